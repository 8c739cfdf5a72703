import { describe, expect, it } from 'vitest';
import { captionXml } from '../../src/formats/caption-xml.ts';
import { CONTAINERS } from '../../src/formats/index.ts';

async function read(text: string): Promise<string[]> {
  const file = { bytes: new TextEncoder().encode(text), text };
  expect(CONTAINERS.find((container) => container.recognises(file))).toBe(captionXml);
  const { source } = await captionXml.read(file);
  return source.parts.map((part) => `${part.place} @${part.time}: ${part.text}`);
}

describe('captions in XML', () => {
  it('are read from YouTube, in each of its forms', async () => {
    const old =
      '<?xml version="1.0" encoding="utf-8" ?><transcript><text start="1.5" dur="2">it&amp;#39;s\nopen</text><text start="4"></text><text start="5">&amp;gt;&amp;gt; Since when?</text></transcript>';
    expect(await read(old)).toEqual(["1 @1.5: it's open", '3 @5: >> Since when?']);
    const newer =
      '<?xml version="1.0"?><timedtext format="3"><head><pen id="1"/></head><body><p t="100" d="1"><s>good</s><s t="50"> day</s></p><p t="200" a="1">\n</p><p t="1500">yes</p></body></timedtext>';
    expect(await read(newer)).toEqual(['1 @0.1: good day', '3 @1.5: yes']);
  });

  it('are read from timed text, with line breaks as blanks', async () => {
    const page =
      '<!-- made by hand -->\n<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xml:lang="en"><tt:head><tt:title>No</tt:title></tt:head><tt:body><tt:div><tt:p begin="00:01:02.500">Shall<tt:br/>we?</tt:p></tt:div></tt:body></tt:tt>';
    expect(await read(page)).toEqual(['1 @62.5: Shall we?']);
  });

  it('are no other XML, and no web page', () => {
    for (const text of ['<html><tt>x</tt>', '<rss><text>x</text></rss>', 'Mira: <tt>', '<!-- <tt> -->'])
      expect(captionXml.recognises({ bytes: new Uint8Array(), text }), text).toBe(false);
  });
});
