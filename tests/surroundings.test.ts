import { describe, expect, it } from 'vitest';
import { checkConfig, readConfig } from '../src/config.ts';
import { readCorpus } from '../src/corpus/read.ts';
import { corpusFolder } from './corpus-folder.ts';
import { corpus, SOURCE, TRANSCRIPT } from './fixtures.ts';
import { temporaryFolder } from './store/temporary.ts';
import { ownSettings, SHIPPED_SEMINAR, shippedSeminarAlone } from './surroundings.ts';

/** A seminar that a team brings: somebody in it has the name of a shipped speaker, its title is long, nothing is translated. */
const BROUGHT = {
  'bridges/transcript.md': TRANSCRIPT.replaceAll('Ida Moe', 'Chris Miller').replace(
    'A panel on bridges',
    `A panel on bridges${' and on chips'.repeat(30)}`,
  ),
  'bridges/source.txt': SOURCE.replaceAll('Ida Moe', 'Chris Miller'),
  'people.yaml': `- name: Christopher Miller
  seminars: { ${SHIPPED_SEMINAR}: Chris Miller, bridges: Chris Miller }
`,
};

/** The corpus of a team that added to the shipped seminar. */
function addedTo(files: Record<string, string>): string {
  const parent = temporaryFolder();
  shippedSeminarAlone('corpus', parent);
  return corpusFolder(files, parent).folder;
}

describe('the shipped seminar alone', () => {
  it.each([
    ['a seminar', BROUGHT],
    ['a faulty seminar', { ...BROUGHT, 'bridges/source.txt': '' }],
    ['a faulty list of people', { 'people.yaml': '- name: [' }],
  ])('is what tests and measurements read, whatever is added to the corpus: %s', async (_, files) => {
    const { transcripts } = await corpus();
    const added = addedTo(files);
    const whole = await readCorpus(added);
    expect([whole.transcripts.map(({ speakers }) => speakers), whole.problems]).not.toEqual([
      transcripts.map(({ speakers }) => speakers),
      [],
    ]);
    const copied = shippedSeminarAlone(added, temporaryFolder());
    expect(await readCorpus(copied)).toMatchObject({ transcripts, problems: [], warnings: [] });
    expect(await readCorpus(added, SHIPPED_SEMINAR)).toMatchObject({
      transcripts,
      problems: [],
      warnings: [],
    });
  });
});

describe('the settings of the tests', () => {
  it('are the defaults, in folders of their own', () => {
    const { CORPUS_DIR, DATA_DIR, ...others } = readConfig(ownSettings(), () => {});
    const { CORPUS_DIR: wholeCorpus, DATA_DIR: data, ...defaults } = checkConfig({});
    expect(others).toEqual(defaults);
    expect([CORPUS_DIR, DATA_DIR]).not.toContain(wholeCorpus);
    expect([CORPUS_DIR, DATA_DIR]).not.toContain(data);
  });
});
