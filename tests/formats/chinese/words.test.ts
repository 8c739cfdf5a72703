import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostOrTwice, recordingOf, recordingOfCaptions } from './told.ts';

const WORDS = fc.constantFrom(
  ...[
    '是的，',
    '我认为，',
    '桥修好了。',
    '谁来出钱？',
    '“我们不担心。”',
    '王立强表示，',
    '公司去年就签了长约。',
    '这反映了不足。',
  ],
  ...[
    '大家好',
    '第一：',
    '关键问题是：',
    'API',
    '12:30',
    '（掌声）',
    ' ',
    '\u3000',
    '。 ',
    '他',
    '据李明介绍，',
    '请问',
    '……',
  ],
);
const LABELS = fc.constantFrom(
  ...[
    '王立强：',
    '主持人:',
    '问：',
    '答：',
    '【李明】',
    '**李明**：',
    '李明 00:12',
    '[00:01:02] 李明：',
    '发言人1  00:00:01',
    '>> ',
  ],
  ...[
    '- ',
    '来源：',
    '优点：',
    '李明',
    '记者',
    'Q1：',
    '李明（某公司）：',
    '<b>李明</b>：',
    '从 张三 到 所有人：',
    '',
  ],
);
const LINES = fc.array(
  fc.tuple(LABELS, fc.array(WORDS, { maxLength: 6 })).map(([label, words]) => label + words.join('')),
  { minLength: 1, maxLength: 30 },
);

describe('every word of a Chinese text', () => {
  it('is in one piece, in a label or in what is left out, and in nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(LINES, async (lines) => {
        expect(lostOrTwice(await recordingOf(`桥和桥的历史。\n${lines.join('\n')}`))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is so in captions too', () => {
    fc.assert(
      fc.property(LINES, (lines) => {
        expect(
          lostOrTwice(recordingOfCaptions(['桥和桥的历史', ...lines.map((line) => line.trim())])),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is somebody’s only if a label or a report with that name stands before it', async () => {
    await fc.assert(
      fc.asyncProperty(LINES, async (lines) => {
        const { pieces, opened } = await recordingOf(lines.join('\n'));
        let last: string | null = null;
        for (const { basis, name, printed, part, start, end } of pieces) {
          const words = opened.source.parts[part]?.text.slice(start, end) ?? '';
          if (basis === 'labelled') expect(printed).toContain(name);
          if (basis === 'continued') expect(name).toBe(last);
          if (basis === 'reported' && name !== last) expect(words).toContain(name);
          if (basis === 'unknown' || basis === 'editorial') expect(name).toBeNull();
          if (name !== null || printed !== null) last = name;
        }
      }),
      { numRuns: 300 },
    );
  });
});
