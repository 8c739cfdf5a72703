import type { Library } from '../../src/core/library.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { contentsPages, passagesIn, placeOf, readingPages } from '../../src/core/passages/pages.ts';
import type { Passage } from '../../src/core/passages/passages.ts';
import { readReferences, referenceSteps, writeReferences } from '../../src/core/passages/references.ts';
import { openingOf } from '../../src/core/passages/turns.ts';
import { runYielding, type Steps } from '../../src/core/steps.ts';
import type { Message, PlainKey } from '../../src/messages/message.ts';
import { attributionOf } from '../../src/reply/attribution.ts';
import { titleOf } from '../../src/reply/front-matter.ts';
import { placeInShort } from '../../src/reply/place.ts';
import { type Action, type Block, failure, note, quoted, type Reply, text } from '../../src/reply/reply.ts';
import type { ActionHandler } from '../command.ts';

/** Shows a seminar's table of contents: the page with the turn that a passage is part of. */
export function* contentsAt(passage: Passage, library: Library): Steps<Reply> {
  const { transcript } = passage;
  const passages = passagesIn(library, transcript);
  const pages = yield* contentsPages.steps(passages);
  const places = new Map(passages.map((each, at) => [each, at]));
  const placeIn = (each: Passage | undefined) => (each && places.get(each)) ?? Number.POSITIVE_INFINITY;
  // The page is shown whole: people look through contents, rather than read on from a line.
  const page = pages.findLast(([start]) => placeIn(start) <= placeIn(passage));
  const place = page?.[0] && placeOf(pages, page[0]);
  if (!place?.shown[0]) return failure({ key: 'failure.passage-changed' });

  const blocks: Block[] = [
    text({
      key: 'contents.heading',
      values: { ...titleOf(transcript), page: place.page, count: place.count },
    }),
    { kind: 'list', items: place.shown.map(turnItem) },
  ];
  if (place.shown.some(({ translation }) => translation !== null)) {
    blocks.push(note({ key: 'contents.translated' }));
  }
  blocks.push(note({ key: 'contents.reading', values: { from: nameOf(place.shown[0], library) } }));
  return {
    outcome: 'shown',
    blocks,
    actions: [
      button('read', 'button.read', place.shown[0]),
      ...(place.previous ? [button('contents', 'button.previous', place.previous)] : []),
      ...(place.next ? [button('contents', 'button.next', place.next)] : []),
    ],
  };
}

/** Shows the text of a seminar from a passage to the end of its page. */
export function* pageAt(passage: Passage, library: Library): Steps<Reply> {
  const { transcript } = passage;
  const place = placeOf(yield* readingPages.steps(passagesIn(library, transcript)), passage);
  if (!place) return failure({ key: 'failure.passage-changed' });

  const heading = { ...titleOf(transcript), page: place.page, count: place.count };
  const excerpts = place.shown.map((each) => quoted(excerptOf(each, null, 1)));
  const goesOn = place.next
    ? note({ key: 'transcript.next', values: { from: nameOf(place.next, library) } })
    : note({ key: 'transcript.end' });
  const actions: Action[] = [];
  if (place.previous) actions.push(button('read', 'button.previous', place.previous));
  if (place.next) actions.push(button('read', 'button.next', place.next));
  actions.push(button('contents', 'button.contents', passage));
  if (place.shown.some(({ translation }) => translation !== null)) {
    const shown = place.shown.map((each) => ({ passage: each, sentence: null }));
    actions.push({ name: 'words', label: { key: 'button.words' }, args: [writeReferences(shown)] });
  }
  return {
    outcome: 'shown',
    blocks: [text({ key: 'transcript.heading', values: heading }), ...excerpts, goesOn],
    actions,
  };
}

/** What the buttons under a transcript do. */
export const transcriptActions: Readonly<Record<string, ActionHandler>> = {
  read: {
    pressedBy: 'owner',
    shown: 'in-place',
    run: (args, { library }) => runYielding(opened(args, library, pageAt)),
  },
  contents: {
    pressedBy: 'owner',
    shown: 'in-place',
    run: (args, { library }) => runYielding(opened(args, library, contentsAt)),
  },
};

/** Opens the passage that a button points to, or says that the button is forged or older than the transcript. */
function* opened(
  [seminar = '', written = '', ...rest]: readonly string[],
  library: Library,
  open: (passage: Passage, library: Library) => Steps<Reply>,
): Steps<Reply> {
  yield* referenceSteps(library);
  const [reference, ...others] = readReferences(written, library) ?? [];
  const isOne = rest.length === 0 && others.length === 0 && reference?.passage.transcript.id === seminar;
  return isOne && reference
    ? yield* open(reference.passage, library)
    : failure({ key: 'failure.passage-changed' });
}

/** A button that leads to a passage. */
function button(name: 'read' | 'contents', label: PlainKey, passage: Passage): Action {
  const written = writeReferences([{ passage, sentence: null }]);
  return { name, label: { key: label }, args: [passage.transcript.id, written] };
}

/** A passage as people type it for the option `from`: without the seminar's id if there is only one seminar. */
function nameOf({ id, transcript }: Passage, { transcripts }: Library): string {
  return transcripts.length === 1 ? id.slice(transcript.id.length + 1) : id;
}

function turnItem(first: Passage): Message {
  const { speaker } = attributionOf(first);
  return { key: 'contents.turn', values: { place: placeInShort(first), speaker, opening: openingOf(first) } };
}
