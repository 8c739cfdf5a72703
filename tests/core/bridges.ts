import type { SearchDocument } from '../../src/core/indexing/document.ts';

/** Passages that all mention a bridge, every tenth of them one in a town of its own. */
export function bridgePassages(size: number): SearchDocument[] {
  return Array.from({ length: size }, (_, at) => ({
    id: `p${at}`,
    text: at % 10 === 0 ? `A bridge of stone in town${at}.` : `A bridge of wood, number ${at}.`,
    speaker: at % 100 === 0 ? 'Ida Moe' : null,
  }));
}
