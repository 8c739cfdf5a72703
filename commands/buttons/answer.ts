import type { Library } from '../../src/core/library.ts';
import { type Excerpt, excerptOf } from '../../src/core/passages/excerpt.ts';
import type { Passage } from '../../src/core/passages/passages.ts';
import {
  type PassageReference,
  readReferences,
  writeReferences,
} from '../../src/core/passages/references.ts';
import type { Message } from '../../src/messages/message.ts';
import { type Action, type Block, failure, type Reply } from '../../src/reply/reply.ts';
import type { ActionHandler, Context } from '../command.ts';
import { correctionAction, correctionButtons } from './correction.ts';

/** How many excerpts one page of an answer has. */
export const PAGE = 3;
/** How many ranked passages *More* carries: as many as a custom id holds. */
export const MOST_CARRIED = 10;

/** An answer's passages, best first, and which of them are shown. */
interface Page {
  ranked: readonly PassageReference[];
  /** The place of the first one shown, from 0. */
  from: number;
}

/** What is shown of an answer, with its buttons. */
export function answerPage({ ranked, from }: Page): { excerpts: Excerpt[]; actions: Action[] } {
  const shown = ranked.slice(from, from + PAGE);
  const carried = writeReferences(ranked.slice(0, MOST_CARRIED));
  const page = (name: 'more' | 'back', start: number): Action => ({
    name: name === 'more' ? 'more' : 'back',
    label: { key: `button.${name}` },
    args: [String(start), carried],
  });
  const [first] = shown;
  const actions: Action[] = [];
  if (first)
    actions.push({ name: 'context', label: { key: 'button.context' }, args: [writeReferences([first])] });
  if (from > 0) actions.push(page('back', Math.max(0, from - PAGE)));
  if (from + PAGE < Math.min(ranked.length, MOST_CARRIED)) actions.push(page('more', from + PAGE));
  if (shown.some(({ passage }) => passage.translation !== null)) {
    actions.push({ name: 'words', label: { key: 'button.words' }, args: [writeReferences(shown)] });
  }
  return { excerpts: shown.map(({ passage, sentence }) => excerptOf(passage, sentence, 1)), actions };
}

/** Excerpts as a button carries them. */
export function referencesOf(excerpts: readonly Excerpt[]): PassageReference[] {
  return excerpts.map(({ passage, sentence }) => ({ passage, sentence: sentence ?? 0 }));
}

/** The button that makes a private answer public. */
export function shareButton(excerpts: readonly Excerpt[]): Action {
  return {
    name: 'share',
    label: { key: 'button.share' },
    args: [writeReferences(referencesOf(excerpts.slice(0, PAGE)))],
  };
}

/** What the buttons under an answer do. */
export const answerActions: Readonly<Record<string, ActionHandler>> = {
  context: {
    pressedBy: 'anyone',
    shown: 'private',
    run: ([written = ''], context) => {
      const [reference] = readReferences(written, context.library) ?? [];
      return reference ? contextOf(reference, context) : changed();
    },
  },
  correct: correctionAction,
  more: { pressedBy: 'owner', shown: 'in-place', run: turnPage },
  back: { pressedBy: 'owner', shown: 'in-place', run: turnPage },
  words: {
    pressedBy: 'anyone',
    shown: 'private',
    run: ([written = ''], { library }) => {
      const references = readReferences(written, library);
      if (!references) return changed();
      const blocks = references.map(({ passage, sentence }): Block => {
        return { kind: 'excerpt', excerpt: excerptOf(passage, sentence, 1), view: 'other' };
      });
      return { outcome: 'shown', blocks: [{ kind: 'text', message: { key: 'words.heading' } }, ...blocks] };
    },
  },
  share: {
    pressedBy: 'owner',
    shown: 'public',
    run: ([written = ''], { library }, presser) => {
      const references = readReferences(written, library);
      if (!references) return changed();
      const { excerpts, actions } = answerPage({ ranked: references, from: 0 });
      return {
        outcome: 'answered',
        blocks: [
          { kind: 'text', message: { key: 'share.heading', values: { name: presser.name } } },
          ...excerpts.map((excerpt): Block => ({ kind: 'excerpt', excerpt })),
        ],
        actions,
      };
    },
  },
};

function turnPage([start = '', written = '']: readonly string[], { library }: { library: Library }): Reply {
  const ranked = readReferences(written, library);
  const from = Number(start);
  if (!ranked || !Number.isInteger(from) || from < 0 || from >= ranked.length) return changed();
  const { excerpts, actions } = answerPage({ ranked, from });
  const [first, last] = [from + 1, from + excerpts.length];
  const heading: Message =
    first === last
      ? { key: 'more.heading.one', values: { from: first, count: ranked.length } }
      : { key: 'more.heading', values: { from: first, to: last, count: ranked.length } };
  return {
    outcome: 'answered',
    blocks: [
      { kind: 'text', message: heading },
      ...excerpts.map((excerpt): Block => ({ kind: 'excerpt', excerpt })),
    ],
    actions,
  };
}

/** A passage with what stands around it, in the seminar's order: the question that it answers, before, after. */
function contextOf(reference: PassageReference, context: Context): Reply {
  const { passage, sentence } = reference;
  const all = [...context.library.passages.values()].filter(
    ({ transcript }) => transcript === passage.transcript,
  );
  const at = all.indexOf(passage);
  const question = all.slice(0, at).findLast(isModerators);
  const around = [question, all[at - 1], passage, all[at + 1]].filter((each) => each !== undefined);
  const blocks = [...new Set(around)].map((each): Block => {
    return { kind: 'excerpt', excerpt: excerptOf(each, each === passage ? sentence : null, 1) };
  });
  return {
    outcome: 'shown',
    blocks: [
      { kind: 'text', message: { key: 'context.heading', values: { line: passage.line } } },
      ...blocks,
    ],
    actions: correctionButtons(reference, context),
  };
}

function isModerators({ speaker, basis }: Passage): boolean {
  return speaker?.moderator === true && basis !== 'editorial';
}

function changed(): Reply {
  return failure({ key: 'failure.passage-changed' });
}
