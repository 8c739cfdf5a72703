import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { sentencesOf } from '../../src/core/passages/passages.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { bridges, corpus } from '../fixtures.ts';

const typed = async (line: string, context = bridges()) => {
  const read = readCommandLine(line, commands);
  const reply = 'reply' in read ? read.reply : await read.command.run(read.input, context);
  return renderTerminal(reply, { locale: 'en', colour: false });
};

describe('/quote in the terminal', () => {
  it.each(['/quote p3', '/quote passage:p3', '/quote passage:bridges/p3', '/quote passage:P3', '/quote 3'])(
    'quotes the passage of %s, without a number',
    async (line) => {
      const text = await typed(line);
      expect(text).toContain('钢桥很耐用。它能用一百年。');
      expect(text.trimStart()).toMatch(/^Jo Lee, an engineer/);
    },
  );

  it('quotes one sentence', async () => {
    const text = await typed('/quote p3 sentences:2');
    expect(text).toContain('   […] 它能用一百年。\n');
    expect(text).not.toContain('钢桥很耐用');
  });

  it.each([
    ['/quote 钢桥很耐用', '它能用一百年。'],
    ['/quote line 6', '木桥便宜。'],
    ['/quote p6-p7', '但是木桥怕火灾。'],
    ['/quote wooden', 'There is no passage "wooden"'],
    ['/quote 木桥', '  - bridges/p6, line 6, likely Ida Moe: 木桥便宜。\n'],
    ['/quote 木桥', 'type its id: /quote passage:bridges/p7'],
  ])('answers %s with %s', async (line, words) => {
    expect(await typed(line)).toContain(words);
  });

  it('says what is missing', async () => {
    expect(await typed('/quote')).toContain('needs the option "passage"');
  });
});

describe('a run of sentences', () => {
  it('is verbatim in its source at its place, for every sentence of the corpus', async () => {
    for (const passage of (await corpus()).passages.values()) {
      for (const at of passage.sentences.keys()) {
        const { text, start, transcript } = sentencesOf(passage, at, at);
        expect(transcript.sourceText.slice(start, start + text.length)).toBe(text);
      }
    }
  });

  it('is refused if the passage has no such sentence', () => {
    const [passage] = bridges().library.passages.values();
    expect(() => passage && sentencesOf(passage, 0, 9)).toThrow(RangeError);
  });
});
