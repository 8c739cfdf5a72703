import type { Library } from '../../src/core/library.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { pagesOfPassages, pagesOfTurns, passagesIn, placeOf } from '../../src/core/passages/pages.ts';
import type { Passage } from '../../src/core/passages/passages.ts';
import { readReferences, writeReferences } from '../../src/core/passages/references.ts';
import { type Turn, turnsOf } from '../../src/core/passages/turns.ts';
import type { Message, PlainKey } from '../../src/messages/message.ts';
import { attributionOf } from '../../src/reply/attribution.ts';
import { type Action, type Block, failure, note, quoted, type Reply, text } from '../../src/reply/reply.ts';
import type { ActionHandler } from '../command.ts';

/** Shows a seminar's table of contents: the page with the turn that a passage is part of. */
export function contentsAt(passage: Passage, library: Library): Reply {
  const { transcript } = passage;
  const passages = passagesIn(library, transcript);
  const turns = turnsOf(passages);
  const at = passages.indexOf(passage);
  const turn = turns.findLast(({ first }) => passages.indexOf(first) <= at);
  const pages = pagesOfTurns(turns);
  // The page is shown whole: people look through contents, rather than read on from a line.
  const page = pages.find((each) => turn && each.includes(turn));
  const place = page?.[0] && placeOf(pages, page[0]);
  if (!place?.shown[0]) return failure({ key: 'failure.passage-changed' });

  const { title, date } = transcript;
  const blocks: Block[] = [
    text({ key: 'contents.heading', values: { title, date, page: place.page, count: place.count } }),
    { kind: 'list', items: place.shown.map(turnItem) },
  ];
  if (place.shown.some(({ first }) => first.translation !== null)) {
    blocks.push(note({ key: 'contents.translated' }));
  }
  blocks.push(note({ key: 'contents.reading', values: { from: nameOf(place.shown[0].first, library) } }));
  return {
    outcome: 'shown',
    blocks,
    actions: [
      button('read', 'button.read', place.shown[0].first),
      ...(place.previous ? [button('contents', 'button.previous', place.previous.first)] : []),
      ...(place.next ? [button('contents', 'button.next', place.next.first)] : []),
    ],
  };
}

/** Shows the text of a seminar from a passage to the end of its page. */
export function pageAt(passage: Passage, library: Library): Reply {
  const { transcript } = passage;
  const place = placeOf(pagesOfPassages(passagesIn(library, transcript)), passage);
  if (!place) return failure({ key: 'failure.passage-changed' });

  const { title, date } = transcript;
  const heading = { title, date, page: place.page, count: place.count };
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
  read: { pressedBy: 'owner', shown: 'in-place', run: (args, { library }) => opened(args, library, pageAt) },
  contents: {
    pressedBy: 'owner',
    shown: 'in-place',
    run: (args, { library }) => opened(args, library, contentsAt),
  },
};

/** Opens the passage that a button points to, or says that the button is forged or older than the transcript. */
function opened(
  [seminar = '', written = '', ...rest]: readonly string[],
  library: Library,
  open: (passage: Passage, library: Library) => Reply,
): Reply {
  const [reference, ...others] = readReferences(written, library) ?? [];
  const isOne = rest.length === 0 && others.length === 0 && reference?.passage.transcript.id === seminar;
  return isOne && reference ? open(reference.passage, library) : failure({ key: 'failure.passage-changed' });
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

function turnItem({ first, opening }: Turn): Message {
  const { speaker } = attributionOf(first);
  return { key: 'contents.turn', values: { line: first.line, speaker, opening } };
}
