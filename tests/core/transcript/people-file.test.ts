import { describe, expect, it } from 'vitest';
import { loadLibrary, readCorpus } from '../../../src/corpus/read.ts';
import { corpusFolder, SOUND } from '../../corpus-folder.ts';
import { changed, SOURCE, TRANSCRIPT } from '../../fixtures.ts';

const TUNNELS = {
  ...SOUND,
  'tunnels/transcript.md': TRANSCRIPT.replaceAll('Jo Lee', 'Joanna Leigh'),
  'tunnels/source.txt': SOURCE,
};

describe('people.yaml', () => {
  it('makes one person of two spellings, who is found by either', async () => {
    const people = '- name: Jo Lee\n  seminars: { bridges: Jo Lee, tunnels: Joanna Leigh }\n';
    const { folder } = corpusFolder({ ...TUNNELS, 'people.yaml': people });
    const library = await loadLibrary(folder);
    expect(library.speakers.filter(({ id }) => /^Jo/.test(id)).map(({ id }) => id)).toEqual(['Jo Lee']);
    for (const question of ['What did Joanna Leigh say?', 'What did Jo say?', "What is Leigh's view?"]) {
      const [name] = library.findNames(question).names;
      expect(
        name?.speakers.map(({ id }) => id),
        question,
      ).toEqual(['Jo Lee']);
    }
  });

  it('is not needed: without it two spellings are two people', async () => {
    const { folder } = corpusFolder(TUNNELS);
    const { speakers } = await loadLibrary(folder);
    expect(speakers.map(({ id }) => id)).toEqual(expect.arrayContaining(['Jo Lee', 'Joanna Leigh']));
  });

  it('is reported with the line that names nobody', async () => {
    const { folder } = corpusFolder({
      ...TUNNELS,
      'people.yaml': '- name: Jo Lee\n  seminars:\n    bridges: Jo Lee\n    tunnels: Jo Lee\n',
    });
    const { problems } = await readCorpus(folder);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['person-not-there', 4]]);
  });

  it('is not asked for people of one name and one role', async () => {
    const { folder } = corpusFolder({
      ...SOUND,
      'tunnels/transcript.md': changed(TRANSCRIPT, 'A panel on bridges', 'A panel on tunnels'),
      'tunnels/source.txt': SOURCE,
    });
    expect((await readCorpus(folder)).warnings).toEqual([]);
  });
});
