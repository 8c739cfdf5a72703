/** Files that browsers play, from the second that `#t=` names (https://www.w3.org/TR/media-frags/). */
const MEDIA = /\.(?:mp4|m4v|webm|mov|mkv|og[gva]|opus|mp3|m4a|aac|wav|flac|m3u8)$/i;
const YOUTUBE_PATHS = /^\/(?:live|shorts|embed)\/[^/]/;
/** What would end a link in Markdown, or be taken for something else in it. */
const UNSAFE = /[\s<>()[\]{}"'`|\\^*~]/g;

/**
 * The address of a recording at a moment, as its site takes one. A site that is not known, or has no way, gets the address
 * alone.
 * @param recording as the transcript gives it
 * @param seconds from the start of the recording
 * @returns null if the address is none of the web, or has a name and password in it
 */
export function momentLink(recording: string, seconds: number): string | null {
  if (!URL.canParse(recording)) return null;
  const url = new URL(recording);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  const second = Math.floor(seconds);
  if (isYouTube(url)) {
    url.searchParams.delete('start');
    url.searchParams.set('t', String(second));
    url.hash = '';
  } else if (isOf(url, 'vimeo.com')) {
    url.hash = `t=${second}s`;
  } else if (MEDIA.test(url.pathname)) {
    url.hash = `t=${second}`;
  }
  return url.href.replace(
    UNSAFE,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function isYouTube(url: URL): boolean {
  if (isOf(url, 'youtu.be')) return url.pathname.length > 1;
  if (!isOf(url, 'youtube.com') && !isOf(url, 'youtube-nocookie.com')) return false;
  return YOUTUBE_PATHS.test(url.pathname) || (url.pathname === '/watch' && url.searchParams.has('v'));
}

function isOf({ hostname }: URL, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
