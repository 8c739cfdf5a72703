import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notionFinderOf } from '../../../src/core/language/notions.ts';
import { normalise } from '../../../src/core/language/text.ts';
import { parseTerms } from '../../../src/core/transcript/terms.ts';
import { anyText } from '../../fixtures.ts';

const FILE = 'corpus/bridges/terms.txt';
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
    expect(parseTerms(text, FILE)).toEqual({ notions: [['Trump', '特朗普', '川普'], ['PRC']], problems: [] });
  });

  it('reads a byte order mark and CRLF line ends as the same', () => {
    expect(parseTerms('\uFEFFTrump / 川普\r\nPRC\r\n', FILE)).toEqual(
      parseTerms('Trump / 川普\nPRC\n', FILE),
    );
  });

  it.each([
    ['a form on two lines', 'Trump / 川普\nDonald / trump\n', 2, '"trump" also stands on line 1.'],
    ['a form of one character', 'Trump\nChina / 中\n', 2, 'The form "中" has fewer than two characters.'],
    ['an empty form', 'Trump /  / 川普\n', 1, 'The form "" has fewer than two characters.'],
  ])('reports %s', (_, text, line, what) => {
    expect(parseTerms(text, FILE).problems).toEqual([
      { file: FILE, line, what, remedy: expect.stringMatching(/\.$/) },
    ]);
  });

  it('does not take a form that stands twice on one line for a fault', () => {
    expect(parseTerms('芯片 / 晶片\n', FILE).problems).toEqual([]);
  });

  it('reports a form that no text would hold', () => {
    expect(parseTerms(`chip / ${'芯'.repeat(101)}\n`, FILE).problems).toMatchObject([
      { line: 1, what: expect.stringMatching(/more than 100 characters/) },
    ]);
  });

  it('reports a list without end once, where it has become too long', () => {
    const lines = Array.from({ length: 90_000 }, (_, at) => `term${at}\n`).join('');
    expect(parseTerms(lines, FILE).problems).toMatchObject([
      { line: 5001, what: 'There are more than 5000 forms up to here.' },
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

  it('finds nothing where no notion is declared', () => {
    expect(notionFinderOf([]).tokensIn('nvidia')).toEqual([]);
  });

  it('gives tokens that no text can hold as a word', () => {
    fc.assert(fc.property(anyText, (text) => void terms.extract(normalise(text))));
  });
});

describe('take', () => {
  it('takes the forms out of the text', () => {
    expect(terms.extract('does nvidia like 出口管制?').rest.split(/\s+/)).toEqual(['does', 'like', '?']);
  });
});
