import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notionFinderOf } from '../../../src/core/language/notions.ts';
import { normalise } from '../../../src/core/language/text.ts';
import { problemsIn } from '../../../src/core/transcript/problem.ts';
import { parseTerms } from '../../../src/core/transcript/terms.ts';
import { anyText, type Reported } from '../../fixtures.ts';

const FILE = 'corpus/bridges/terms.txt';
function parse(text: string) {
  const problems = problemsIn(FILE);
  return { notions: parseTerms(text, problems), problems: problems.errors };
}

const terms = notionFinderOf([
  ['Nvidia', 'NVDA', '英伟达', '輝達'],
  ['export control', '出口管制'],
  ['control'],
  ['U.S.', '美国'],
  ['H-800', 'H800'],
]);
const tokens = (text: string) => terms.tokensIn(normalise(text));

describe('parseTerms', () => {
  it('reads a notion a line, and passes over comments and blank lines', () => {
    const text = '# people\n\nTrump / 特朗普 / 川普\nPRC\n';
    expect(parse(text)).toEqual({ notions: [['Trump', '特朗普', '川普'], ['PRC']], problems: [] });
  });

  it('reads a byte order mark and CRLF line ends as the same', () => {
    expect(parse('\uFEFFTrump / 川普\r\nPRC\r\n')).toEqual(parse('Trump / 川普\nPRC\n'));
  });

  it.each<[string, string, number, Reported]>([
    [
      'a form on two lines',
      'Trump / 川普\nDonald / trump\n',
      2,
      ['term-repeated', { form: 'trump', firstLine: 1 }],
    ],
    ['a form of one character', 'Trump\nChina / 中\n', 2, ['term-too-short', { form: '中' }]],
    ['an empty form', 'Trump /  / 川普\n', 1, ['term-too-short', { form: '' }]],
    [
      'a form that no text contains',
      `chip / ${'芯'.repeat(101)}\n`,
      1,
      ['term-too-long', { form: '芯'.repeat(100), most: 100 }],
    ],
  ])('reports %s', (_, text, line, [kind, values]) => {
    expect(parse(text).problems).toEqual([{ file: FILE, line, kind, values }]);
  });

  it('accepts a form that is twice on one line', () => {
    expect(parse('芯片 / 晶片\n').problems).toEqual([]);
  });

  it('reports an endless list once, at the place from which it is too long', () => {
    const lines = Array.from({ length: 90_000 }, (_, at) => `term${at}\n`).join('');
    expect(parse(lines).problems).toMatchObject([
      { line: 5001, kind: 'terms-too-many', values: { most: 5000 } },
    ]);
  });
});

describe('tokensIn', () => {
  it.each(['NVDA', 'nvidia', '英伟达', '輝達', "Nvidia's chips", '英伟达的'])(
    'finds one notion in %s',
    (text) => {
      expect(tokens(text)).toEqual(tokens('Nvidia'));
      expect(tokens(text)).toHaveLength(1);
    },
  );

  it.each([
    ['H800', ['H-800', 'H 800', 'h800', 'H\u2011800 chips', 'H800s']],
    ['出口管制', ['export-controls', 'export\u00A0control']],
    ['AI 卡', ['AI卡', '用AI卡吗', '4-G']],
  ])('finds %s however it is joined: %j', (form, texts) => {
    const finder = notionFinderOf([
      ['H-800', 'H800'],
      ['export control', '出口管制'],
      ['AI 卡', '4G'],
    ]);
    const tokensOf = (text: string) => finder.tokensIn(normalise(text));
    expect(tokensOf(form)).toHaveLength(1);
    for (const text of texts) expect([text, tokensOf(text)]).toEqual([text, tokensOf(form)]);
  });

  it('finds a plural', () => {
    expect(tokens('export controls')).toEqual(tokens('出口管制'));
  });

  it('finds the longer of two forms alone', () => {
    expect(tokens('export control')).not.toEqual(expect.arrayContaining(tokens('control')));
  });

  it.each(['NVDAX', 'uncontrolled', 'usual', 'u s', 'H8000'])('finds none in %s', (text) => {
    expect(tokens(text)).toEqual([]);
  });

  it('takes a full stop for itself', () => {
    expect(tokens('the U.S. acts')).toEqual(tokens('美国'));
  });

  it('finds each notion once', () => {
    expect(tokens('Nvidia, nvda and 英伟达')).toHaveLength(1);
  });

  it('finds nothing if no notion is declared', () => {
    expect(notionFinderOf([]).tokensIn('nvidia')).toEqual([]);
  });

  it('gives tokens that cannot be a word of any text', () => {
    fc.assert(fc.property(anyText, (text) => void terms.extract(normalise(text))));
  });
});

describe('take', () => {
  it('takes the forms out of the text', () => {
    expect(terms.extract('does nvidia like 出口管制?').rest.split(/\s+/)).toEqual(['does', 'like', '?']);
  });
});
