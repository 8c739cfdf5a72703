import { captionsOf } from './captions.ts';

/** SubRip: a number, times with a comma, words. It has no standard, so it is read as generously as WebVTT. */
export const srt = captionsOf('srt', 'SRT');
