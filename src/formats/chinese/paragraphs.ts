import type { Steps } from '../../core/steps.ts';
import type { OpenedSource } from '../format.ts';
import { PARTS_PER_STEP } from './steps.ts';
import type { Labels } from './uses.ts';

const ENDED = /[。！？!?…；;：:”」』)）]$/;
/** Lines of a page are at most as long, in characters; longer ones are paragraphs. */
const WIDEST_PAGE = 60;
/** So many lines at least show how wide a page is. */
const FEWEST_LINES = 12;

/**
 * The positions of the parts that begin a paragraph. A line goes on where the one before fills the width of a page and does
 * not end; a caption's further lines go on.
 */
export function* paragraphSteps(
  { source: { parts }, groups }: OpenedSource,
  labels: Labels,
): Steps<ReadonlySet<number>> {
  const starts = new Set<number>();
  const isCaption = parts.some(({ time }) => time !== null);
  const ofGroups = isCaption && groups ? new Set(groups) : null;
  const width = isCaption ? null : pageWidth(parts.map(({ text }) => text.length));
  yield;
  for (const at of parts.keys()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const before = parts[at - 1]?.text;
    const goesOn =
      width !== null && before !== undefined && before.length >= width * 0.85 && !ENDED.test(before);
    const isOfGroup = ofGroups !== null && !ofGroups.has(at);
    if (labels.byPart.has(at) || (!goesOn && !isOfGroup)) starts.add(at);
  }
  return starts;
}

/** The width of a page in characters, if its lines show one. */
function pageWidth(lengths: readonly number[]): number | null {
  if (lengths.length < FEWEST_LINES) return null;
  const sorted = Uint32Array.from(lengths).sort();
  const width = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  const full = lengths.filter((length) => length >= width * 0.85 && length <= width).length;
  return width <= WIDEST_PAGE && width >= 15 && full * 10 >= lengths.length * 4 ? width : null;
}
