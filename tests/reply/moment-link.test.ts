import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentLink } from '../../src/reply/moment-link.ts';

describe('momentLink', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abc_D-1', 'https://www.youtube.com/watch?v=abc_D-1&t=751'],
    ['https://m.youtube.com/watch?v=abc&t=5s&list=x', 'https://m.youtube.com/watch?v=abc&t=751&list=x'],
    ['https://youtu.be/abc?si=x#t=3', 'https://youtu.be/abc?si=x&t=751'],
    ['https://www.youtube.com/live/abc', 'https://www.youtube.com/live/abc?t=751'],
    ['https://youtube.com/shorts/abc', 'https://youtube.com/shorts/abc?t=751'],
    ['https://vimeo.com/123/abc', 'https://vimeo.com/123/abc#t=751s'],
    ['https://player.vimeo.com/video/123?h=1', 'https://player.vimeo.com/video/123?h=1#t=751s'],
    ['https://example.org/a/talk.MP4?sig=x', 'https://example.org/a/talk.MP4?sig=x#t=751'],
    ['http://example.org/talk.mp3#t=1', 'http://example.org/talk.mp3#t=751'],
    ['https://example.zoom.us/rec/share/x', 'https://example.zoom.us/rec/share/x'],
    ['https://www.youtube.com/@channel', 'https://www.youtube.com/@channel'],
    ['https://notyoutube.com/watch?v=abc', 'https://notyoutube.com/watch?v=abc'],
    ['https://youtube.com.example.org/watch?v=abc', 'https://youtube.com.example.org/watch?v=abc'],
  ])('leads from %s to the moment', (recording, link) => {
    expect(momentLink(recording, 751.9)).toBe(link);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://ann:secret@example.org/', 'talk.mp4', ''])(
    'does not lead to %j',
    (recording) => expect(momentLink(recording, 1)).toBeNull(),
  );

  it('has nothing that could end the link in a message', () => {
    const sign = fc.constantFrom(...'<>()[]{}"\'`|\\ \n\t\u3000*', 'a', '%', '&', '#', '?');
    fc.assert(
      fc.property(fc.array(sign), fc.nat(), (signs, seconds) => {
        const link = momentLink(`https://example.org/${signs.join('')}`, seconds);
        expect(link).toMatch(/^https:\/\/example\.org\/[^\s<>()[\]{}"'`|\\*]*$/);
      }),
    );
  });
});
