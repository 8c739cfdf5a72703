import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changed, SOURCE, TRANSCRIPT } from './fixtures.ts';
import { temporaryFolder } from './store/temporary.ts';

/** Files by their path below a corpus folder. */
export type CorpusFiles = Readonly<Record<string, string | Uint8Array>>;

/** The tiny seminar, as it lies in a corpus. */
export const SOUND: CorpusFiles = { 'bridges/transcript.md': TRANSCRIPT, 'bridges/source.txt': SOURCE };

const LONG_ANSWER = '它能用一百年。每年检查焊缝、每十年重新上漆的钢桥,几乎没有一座是提前报废的。';

/** The tiny seminar with one answer that is long enough for a digest. */
export const WITH_LONG_ANSWER: CorpusFiles = {
  'bridges/transcript.md': changed(TRANSCRIPT, '它能用一百年。', LONG_ANSWER),
  'bridges/source.txt': changed(SOURCE, '它能用一百年。', LONG_ANSWER),
};

/**
 * A corpus folder on disk, with a way to change its files.
 * @param parent the folder that it is made in; by default one that goes with the test
 */
export function corpusFolder(
  files: CorpusFiles = SOUND,
  parent = temporaryFolder(),
): { folder: string; write: (files: CorpusFiles) => void } {
  const folder = join(parent, 'corpus');
  const write = (changed: CorpusFiles) => {
    for (const [name, contents] of Object.entries(changed)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), contents);
    }
  };
  write(files);
  return { folder, write };
}
