import type { Claim } from '../../src/core/answer/ranking.ts';
import { isDate } from '../../src/core/language/dates.ts';
import type { Library } from '../../src/core/library.ts';
import { type Excerpt, excerptOf } from '../../src/core/passages/excerpt.ts';
import { passagesIn } from '../../src/core/passages/pages.ts';
import {
  type PassageReference,
  readReferences,
  writeReferences,
} from '../../src/core/passages/references.ts';
import { runYielding } from '../../src/core/steps.ts';
import { seminarsWithin } from '../../src/core/transcript/period.ts';
import type { Message } from '../../src/messages/message.ts';
import { placeInSource } from '../../src/reply/place.ts';
import {
  type Action,
  type Block,
  failure,
  quoted,
  quotedAsAnswer,
  quotedInShort,
  type Reply,
  text,
} from '../../src/reply/reply.ts';
import type { ActionHandler, Context, Presser } from '../command.ts';
import { ANSWERS, CLOSEST, nameAmong } from '../shared/people.ts';
import { mayNotAnswer, refusalWithTopics } from '../shared/refusal.ts';
import { correctionAction, correctionButtons } from './correction.ts';
import { readingReferences } from './reading-references.ts';

/** How many excerpts one page of an answer has. */
export const PAGE = 3;
/** How many ranked passages a button carries, so that they fit its custom id. */
export const MOST_CARRIED = 10;

/** A page of an answer. */
interface Page {
  /** All passages of the answer, best first. */
  ranked: readonly PassageReference[];
  /** The position of the first passage that is shown, from 0. */
  from: number;
  /** How many are shown; by default as many as a page has. */
  size?: number;
  /** What is claimed of them, by default that they answer; of those that only come closest there are no further pages. */
  claim?: Shown;
  /** What others say, shown below them. */
  elsewhere?: readonly PassageReference[];
}

/** The buttons under a page of an answer, those that are used most first. */
export function pageActions({ ranked, from, size = PAGE, claim = 'answer', elsewhere = [] }: Page): Action[] {
  const shown = shownOn({ ranked, from, size });
  const carried = writeReferences(ranked.slice(0, MOST_CARRIED));
  const turn = (name: 'more' | 'back', start: number): Action => ({
    name,
    label: { key: `button.${name}` },
    args: [String(start), carried],
  });
  const [first] = shown;
  // Of the first page, only the first excerpt is shown with its words for sure.
  const next = from === 0 ? 1 : from + size;
  const isMore = claim === 'answer' && next < Math.min(ranked.length, MOST_CARRIED);
  const [whole, ...original] = shownActions([...shown, ...elsewhere]);
  return [
    ...(whole ? [whole] : []),
    ...(isMore ? [turn('more', next)] : []),
    ...(from > 0 ? [turn('back', Math.max(0, from - PAGE))] : []),
    // Beside Back there is no room for it; it is also under the whole passages.
    ...(first && from === 0 ? [contextAction(first)] : []),
    ...original,
  ];
}

/** The buttons that show more of the excerpts of a reply: the whole passages, and their original. */
export function shownActions(shown: readonly PassageReference[]): Action[] {
  if (shown.length === 0) return [];
  const args = [writeReferences(shown)];
  const isTranslated = shown.some(({ passage }) => passage.translation !== null);
  return [
    { name: 'whole', label: { key: 'button.whole' }, args },
    ...(isTranslated ? [{ name: 'words', label: { key: 'button.words' }, args } as const] : []),
  ];
}

/** The button that shows what is around a passage. */
export function contextAction(reference: PassageReference): Action {
  return { name: 'context', label: { key: 'button.context' }, args: [writeReferences([reference])] };
}

/** Buttons beside the one that removes an answer, or shares it. */
const BUTTONS = 4;

/** As many buttons as fit a row, the first ones, and always the one that shares, if there is one. */
export function inOneRow(actions: readonly Action[], share: readonly Action[]): Action[] {
  return [...actions.slice(0, BUTTONS), ...share];
}

/**
 * The button that makes a private answer public.
 * @param claim what was said of the excerpts, which is said again where they are shared
 */
export function shareButton(excerpts: readonly Excerpt[], claim: Shown): Action {
  const references = writeReferences(referencesOf(excerpts.slice(0, PAGE)));
  return { name: 'share', label: { key: 'button.share' }, args: [references, ...claimArgs(claim)] };
}

/** What is claimed of excerpts that are shown. */
type Shown = Exclude<Claim, 'none'>;

/** What a button that shares excerpts carries after them: nothing if they answer, as it was before they could do less. */
export function claimArgs(claim: Shown): string[] {
  return claim === 'answer' ? [] : [claim];
}

/** What `claimArgs` wrote; null for what nobody wrote. */
export function readClaim([written, ...others]: readonly string[]): Shown | null {
  if (others.length > 0) return null;
  if (written === undefined) return 'answer';
  return written === 'closest' ? written : null;
}

/** Excerpts as a button carries them. */
export function referencesOf(excerpts: readonly Excerpt[]): PassageReference[] {
  return excerpts.map(({ passage, sentence }) => ({ passage, sentence }));
}

/** What the buttons under an answer do. */
export const answerActions: Readonly<Record<string, ActionHandler>> = {
  context: readingReferences({ pressedBy: 'anyone', shown: 'private', run: showContext }),
  correct: readingReferences(correctionAction),
  more: readingReferences({ pressedBy: 'owner', shown: 'in-place', run: turnPage }),
  back: readingReferences({ pressedBy: 'owner', shown: 'in-place', run: turnPage }),
  whole: readingReferences({ pressedBy: 'anyone', shown: 'private', run: showWhole }),
  words: readingReferences({ pressedBy: 'anyone', shown: 'private', run: showOtherLanguage }),
  share: readingReferences({ pressedBy: 'owner', shown: 'public', run: share }),
  only: readingReferences({ pressedBy: 'owner', shown: 'in-place', run: showOnly }),
};

/** Shows a passage and its surroundings in the seminar's order: the question that it answers, before, after. */
function showContext([written = '']: readonly string[], context: Context): Reply {
  const [reference] = readReferences(written, context.library) ?? [];
  if (!reference) return changed();
  const { passage, sentence } = reference;
  const all = passagesIn(context.library, passage.transcript);
  const at = all.indexOf(passage);
  const question = context.library.precedingQuestions.get(passage)?.question;
  const around = [question, all[at - 1], passage, all[at + 1]].filter((each) => each !== undefined);
  const excerpts = [...new Set(around)].map((each) => {
    return quoted(excerptOf(each, each === passage ? sentence : null, 1));
  });
  return {
    outcome: 'shown',
    blocks: [text({ key: 'context.heading', values: { place: placeInSource(passage) } }), ...excerpts],
    actions: correctionButtons(reference, context),
  };
}

/** Shows the passages of excerpts whole, each with the role, the basis and the source. */
function showWhole([written = '']: readonly string[], context: Context): Reply {
  const references = readReferences(written, context.library);
  const [first, ...others] = references ?? [];
  if (!references || !first) return changed();
  const [, ...original] = shownActions(references);
  return {
    outcome: 'shown',
    blocks: [
      text({ key: 'whole.heading', values: { count: references.length } }),
      ...references.map(({ passage, sentence }) => quoted(excerptOf(passage, sentence, 1))),
    ],
    actions: [
      contextAction(first),
      ...original,
      ...(others.length === 0 ? correctionButtons(first, context) : []),
    ],
  };
}

function turnPage([start = '', written = '']: readonly string[], { library }: Context): Reply {
  const ranked = readReferences(written, library);
  const from = Number(start);
  if (!ranked || !Number.isInteger(from) || from < 0 || from >= ranked.length) return changed();
  const excerpts = pageExcerpts({ ranked, from }, library);
  return {
    outcome: 'answered',
    firstNumber: from + 1,
    blocks: [text(pageHeading(from + 1, from + excerpts.length, ranked.length)), ...excerpts],
    actions: pageActions({ ranked, from }),
  };
}

/** Leaves one speaker's excerpts of an answer whose question named several by one name; or says that there is none. */
async function showOnly(
  [kind = '', written = '', from = '', until = '']: readonly string[],
  { library }: Context,
): Promise<Reply> {
  const ranked = readReferences(written, library);
  const speaker = ranked?.[0]?.passage.speaker;
  if (!ranked || !speaker || ranked.some(({ passage }) => passage.speaker?.id !== speaker.id))
    return changed();
  if (kind === CLOSEST) {
    const shown = { ranked, from: 0 };
    const blocks = [text(mayNotAnswer([speaker], library)), ...pageExcerpts(shown, library)];
    const actions = pageActions({ ...shown, ranked: shownOn(shown), claim: 'closest' });
    return { outcome: 'closest', blocks, actions };
  }
  if (kind !== ANSWERS) {
    const period = { from: isDate(from) ? from : null, until: isDate(until) ? until : null };
    const transcripts = seminarsWithin(library.transcripts, period);
    const scope = { transcripts, speakers: [speaker] };
    const blocks = await runYielding(refusalWithTopics(scope, { nearest: [], elsewhere: [] }, library));
    return { outcome: 'refused', blocks };
  }
  const heading = text({ key: 'only.heading', values: { speaker: nameAmong(speaker, library) } });
  return {
    outcome: 'answered',
    blocks: [heading, ...pageExcerpts({ ranked, from: 0 }, library)],
    actions: pageActions({ ranked, from: 0 }),
  };
}

/** Says which excerpts a page shows, counted from 1. */
function pageHeading(first: number, last: number, count: number): Message {
  return first === last
    ? { key: 'more.heading.one', values: { from: first, count } }
    : { key: 'more.heading', values: { from: first, to: last, count } };
}

/** Shows an English reader the source alone, and a Chinese reader the translation too. */
function showOtherLanguage([written = '']: readonly string[], { library }: Context): Reply {
  const references = readReferences(written, library);
  if (!references) return changed();
  const excerpts = references.map(({ passage, sentence }): Block => {
    return { kind: 'excerpt', excerpt: excerptOf(passage, sentence, 1), view: 'other' };
  });
  return { outcome: 'shown', blocks: [text({ key: 'words.heading' }), ...excerpts] };
}

function share(
  [written = '', ...claimed]: readonly string[],
  { library }: Context,
  { name }: Presser,
): Reply {
  const ranked = readReferences(written, library);
  const claim = readClaim(claimed);
  if (!ranked || claim === null) return changed();
  const key = claim === 'answer' ? 'share.heading' : 'share.closest';
  return {
    outcome: claim === 'answer' ? 'answered' : 'closest',
    blocks: [text({ key, values: { name } }), ...pageExcerpts({ ranked, from: 0 }, library)],
    actions: pageActions({ ranked, from: 0, claim }),
  };
}

/** The first page is as the answer was; the next ones are for people who want to read. */
function pageExcerpts(page: Page, library: Library): Block[] {
  const excerpts = shownOn(page).map(({ passage, sentence }) => excerptOf(passage, sentence, 1));
  return page.from === 0 ? quotedAsAnswer(excerpts, library) : quotedInShort(excerpts, library);
}

function shownOn({ ranked, from, size = PAGE }: Page): readonly PassageReference[] {
  return ranked.slice(from, from + size);
}

function changed(): Reply {
  return failure({ key: 'failure.passage-changed' });
}
