import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/core/library.ts';
import { passagesAt, readPlaces } from '../../../src/core/passages/places.ts';
import { anyText, bridges, changed, FILES, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const { library } = bridges();

/** The seminar, and the same as another one whose first segment has an id of another kind. */
const two = libraryOf([
  soundSeminar(),
  soundSeminar({
    files: { ...FILES, id: 'bridges-2' },
    transcript: changed(TRANSCRIPT, '### p1 |', '### opening-1 |'),
  }),
]);

const idsAt = (typed: string, { passages } = library) => {
  const places = readPlaces(typed, { passages });
  const at = places && passagesAt(places, { passages });
  return at && (at.isChoice ? ['one of', ...ids(at.passages)] : ids(at.passages));
};
const ids = (passages: readonly { id: string }[]) => passages.map(({ id }) => id.replace('bridges/', ''));

describe('places as people write them', () => {
  it.each([
    // A line
    ...[
      '6',
      'line 6',
      'Line 6',
      'LINE6',
      'l.6',
      'L6',
      'ln 6',
      '#6',
      '第6行',
      '6行',
      '第 6 行',
      '第六行',
      '行6',
    ],
    ...[
      'line 6 of the source',
      '原文第 6 行',
      'from line 6',
      'line no. 6',
      '(line 6)',
      '“line 6”',
      '\uFF16',
      '6.',
    ],
    // A passage
    ...[
      'p6',
      'P6',
      'p 6',
      'p.6',
      'passage 6',
      'passage p6',
      'bridges/p6',
      'Bridges/P6',
      '第6段',
      '段落6',
      '段落 p6',
    ],
    ...['bridges/6', 'bridges, line 6', '`p6`', '\uFF50\uFF16', ' p6 '],
    ...['bridges p6', 'p6 in bridges', 'line 6, bridges', 'A Panel on Bridges, line 6', 'line six'],
    ...[
      'p6 of "A panel on bridges"',
      '桥梁座谈会 第6行',
      '「橋樑座談會」，2024-05-01，原文第 6 行',
      '2024-05-01 p6',
    ],
    ...['p06', 'line 06', '6,', 'p6?', 'p6,'],
  ])('reads %j as the sixth line or passage', (typed) => {
    expect(idsAt(typed)).toEqual(['p6']);
  });

  it.each([
    ...[
      'p6-p8',
      'p6–p8',
      'p6 — p8',
      'p6-8',
      'p6 to p8',
      'p6 through p8',
      'p6~p8',
      'p6..p8',
      'p6到p8',
      'p6至p8',
      'p8-p6',
    ],
    ...[
      '6-8',
      'lines 6 to 8',
      'L6–L8',
      '第6至8行',
      '第六行到第八行',
      'bridges/p6-p8',
      'bridges/p6–bridges/p8',
      '6→8',
    ],
    ...[
      'p6, p7, p8',
      'p6 p7 p8',
      'bridges p6-p8',
      'p6 to p8 of bridges',
      'p6,p7,p8',
      'p6、p7、p8',
      'p6 and 7-8',
      'p6; p7 & p8',
      'p8, p6, p7',
      '第6、7、8行',
      'passages 6, 7 and 8',
    ],
  ])('reads %j as the sixth to eighth', (typed) => {
    expect(idsAt(typed)).toEqual(['p6', 'p7', 'p8']);
  });

  it('takes a range of lines as far as something is said on them', () => {
    expect(idsAt('8-40')).toEqual(['p8', 'p9']);
    expect(idsAt('3-4')).toEqual(['p3', 'p4', 'p4b']);
  });

  it('leaves the choice if several segments share a line', () => {
    expect(idsAt('line 4')).toEqual(['one of', 'p4', 'p4b']);
    expect(idsAt('p4')).toEqual(['p4']);
  });

  it('takes all that is on several lines', () => {
    expect(idsAt('4, 6')).toEqual(['p4', 'p4b', 'p6']);
    expect(idsAt('第2行和第4行')).toEqual(['p2', 'p4', 'p4b']);
  });

  it.each([
    ['first', 'p1'],
    ['the start', 'p1'],
    ['开头', 'p1'],
    ['last', 'p9'],
    ['the last one', 'p9'],
    ['last line', 'p9'],
    ['the end', 'p9'],
    ['最后', 'p9'],
    ['最後一段', 'p9'],
    ['末行', 'p9'],
  ])('reads %s as an end of the seminar', (typed, id) => {
    expect(idsAt(typed)).toEqual([id]);
    expect(idsAt(typed, two)).toEqual([
      'one of',
      id,
      id === 'p1' ? 'bridges-2/opening-1' : `bridges-2/${id}`,
    ]);
    expect(idsAt(`bridges-2/${typed}`, two)).toHaveLength(1);
  });

  it('reads a range up to an end', () => {
    expect(idsAt('p8 to the end')).toEqual(['p8', 'p9']);
    expect(idsAt('start - p2')).toEqual(['p1', 'p2']);
  });

  it('takes all parts of a long segment', () => {
    const edit = (text: string) => changed(text, '是的,我同意。', '石桥最重,木桥最轻。'.repeat(150));
    const long = libraryOf([soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) })]);
    expect(idsAt('p8', long)).toEqual(['p8.1', 'p8.2', 'p8.3']);
    expect(idsAt('line 8', long)).toEqual(['p8.1', 'p8.2', 'p8.3']);
    expect(idsAt('p8.2', long)).toEqual(['p8.2']);
    expect(idsAt('p8.2-p9', long)).toEqual(['p8.2', 'p8.3', 'p9']);
  });

  it('leaves the choice between seminars, unless one is named or only one fits', () => {
    expect(idsAt('p6', two)).toEqual(['one of', 'p6', 'bridges-2/p6']);
    expect(idsAt('p6-p8', two)).toEqual(['one of', 'p6', 'bridges-2/p6']);
    expect(idsAt('bridges-2/p6', two)).toEqual(['bridges-2/p6']);
    expect(idsAt('bridges-2/p6-p7', two)).toEqual(['bridges-2/p6', 'bridges-2/p7']);
    expect(idsAt('opening-1', two)).toEqual(['bridges-2/opening-1']);
    expect(idsAt('opening-1 to p2', two)).toEqual(['bridges-2/opening-1', 'bridges-2/p2']);
  });

  it.each(['p99', '99', '70-80', 'p6, p99', 'p6-p99', 'bridges/p99'])(
    'reads %j and finds nothing there',
    (typed) => {
      expect(readPlaces(typed, library)).not.toBeNull();
      expect(idsAt(typed)).toBeNull();
    },
  );

  it.each([
    '',
    ' ',
    'p',
    '-',
    '6-',
    '-6',
    '1.5',
    '5-10 years',
    'six bridges',
    'bridges 2024',
    'last of the bridges',
    'p6-p7-p8',
    'other/p6',
    'wood',
    '木桥',
    '__proto__',
  ])('makes nothing of %j', (typed) => {
    expect(readPlaces(typed, library)).toBeNull();
  });

  it('takes any text without harm', () => {
    const pieces = fc.constantFrom(
      'p6',
      '-',
      ',',
      'line',
      '第',
      '行',
      'to',
      '八',
      '9'.repeat(20),
      '/',
      'bridges',
    );
    const text = fc.oneof(
      anyText,
      fc.array(fc.oneof(pieces, anyText)).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const places = readPlaces(typed, library);
        const at = places && passagesAt(places, library);
        if (at) expect(at.passages.length).toBeGreaterThan(0);
      }),
    );
  });
});
