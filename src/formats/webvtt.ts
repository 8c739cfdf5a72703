import { captionsOf } from './captions.ts';

/**
 * WebVTT: https://www.w3.org/TR/webvtt1/. Zoom, Teams, Stream, Meet and YouTube write it, each in its own way, and some
 * without its first line.
 */
export const webvtt = captionsOf('webvtt', 'WebVTT');
