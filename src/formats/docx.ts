import { readApart } from './apart.ts';
import type { Container } from './format.ts';
import { MOST_PACKED_FILES, refuseLarge } from './limits.ts';
import { filesIn, isZip } from './zip.ts';

/** A Word document: what mammoth makes of it, in a thread of its own, since a package can be made to unpack to anything. */
export const docx: Container = {
  id: 'docx',
  name: 'Word (.docx)',
  recognises: ({ bytes }) =>
    isZip(bytes) &&
    (filesIn(bytes, MOST_PACKED_FILES) ?? []).some(({ name }) => name === 'word/document.xml'),
  async read({ bytes }) {
    refuseLarge(bytes.length);
    return readApart({ reader: 'docx', bytes });
  },
};
