import { isSameLanguage, languageName, localised } from '../src/core/language/locale.ts';
import type { Library } from '../src/core/library.ts';
import { passageLists } from '../src/core/passages/lists.ts';
import { runYielding, type Steps } from '../src/core/steps.ts';
import { isPerson } from '../src/core/transcript/anonymous.ts';
import { newestFirst } from '../src/core/transcript/order.ts';
import { displayName } from '../src/core/transcript/speakers.ts';
import type { Transcript } from '../src/core/transcript/transcript.ts';
import { type Message, someOf, type Value } from '../src/messages/message.ts';
import { dateOf } from '../src/reply/front-matter.ts';
import { type Action, failure, note, type Reply, text } from '../src/reply/reply.ts';
import { askInActions } from './buttons/ask-in.ts';
import type { Context } from './command.ts';
import { PRIVATE } from './shared/options.ts';
import { seminarLabel } from './shared/seminar-suggestions.ts';
import { slashCommand } from './shared/slash-command.ts';

/** So many seminars fit a phone, and their buttons one row. */
const PAGE = 5;
/** How many speakers of a seminar are named; the others are counted. */
const SPEAKERS = 4;
/** Discord takes 80 characters for a button; its own words need some of them. */
const LABEL = 66;
/** The highest page that can be typed: far more than any archive has. */
const MOST_PAGES = 100_000;
/** What a button carries under a list that only its owner sees. */
const ALONE = 'alone';

export default slashCommand({
  name: 'seminars',
  localName: 'command.seminars.name',
  description: 'command.seminars.description',
  options: [
    {
      name: 'page',
      localName: 'option.page.name',
      description: 'option.page',
      type: 'integer',
      range: [1, MOST_PAGES],
    },
    PRIVATE,
  ],
  run: ({ page = 1, private: isPrivate = false }, { library }) =>
    runYielding(seminarsSteps({ page, isPrivate }, library)),
  actions: {
    ...askInActions,
    seminars: { pressedBy: 'owner', shown: 'in-place', run: turnPage },
  },
});

interface Page {
  /** From 1. */
  page: number;
  /** Only the caller sees the list, and the answers to what is asked from it. */
  isPrivate: boolean;
}

/** Lists a page of the seminars, newest first, each with a button to ask in it; or says how many pages there are. */
export function* seminarsSteps({ page, isPrivate }: Page, library: Library): Steps<Reply> {
  const { ofTranscript } = yield* passageLists.steps(library.passages);
  const count = Math.max(1, Math.ceil(library.transcripts.length / PAGE));
  if (page > count) return failure({ key: 'failure.seminars-page', values: { page, count } });
  const shown = [...library.transcripts].sort(newestFirst).slice((page - 1) * PAGE, page * PAGE);
  const heading = { page, count, seminars: library.transcripts.length };
  return {
    outcome: 'shown',
    blocks: [
      text({ key: 'seminars.heading', values: heading }),
      { kind: 'list', items: shown.map((each) => seminarItem(each, ofTranscript.get(each)?.length ?? 0)) },
      ...(page < count ? [note({ key: 'seminars.next', values: { page: page + 1 } })] : []),
      note({ key: 'seminar.choose', values: { id: shown[0]?.id ?? '' } }),
    ],
    actions: [
      ...shown.map((each) => askButton(each, isPrivate)),
      ...(page > 1 ? [pageButton('button.later', page - 1, isPrivate)] : []),
      ...(page < count ? [pageButton('button.earlier', page + 1, isPrivate)] : []),
    ],
  };
}

function seminarItem(transcript: Transcript, passages: number): Message {
  const { id, title, speakers } = transcript;
  const people = speakers.filter(isPerson).map(displayName);
  const named: Value =
    people.length > 0 ? someOf(people, SPEAKERS, 'some.speakers') : { key: 'seminar.no-names' };
  return {
    key: 'seminars.line',
    values: {
      ...{ id, title, date: dateOf(transcript), speakers: named },
      language: languageOf(transcript),
      length: { key: 'seminar.length', values: { count: passages } },
    },
  };
}

/** The language of the source, and of what was spoken if it is another one. */
function languageOf({ language, spoken }: Transcript): Message {
  if (isSameLanguage(spoken, language)) return { key: `language.${language}` };
  const values = { language: { key: `language.${language}` }, spoken: languageName(spoken) } as const;
  return { key: 'seminars.translated', values };
}

function askButton(transcript: Transcript, isPrivate: boolean): Action {
  const seminar = localised((locale) => seminarLabel(transcript, locale, LABEL));
  return {
    name: isPrivate ? 'askalone' : 'askin',
    label: { key: 'button.ask-in', values: { seminar } },
    args: [transcript.id],
  };
}

function pageButton(label: 'button.later' | 'button.earlier', page: number, isPrivate: boolean): Action {
  return { name: 'seminars', label: { key: label }, args: [String(page), ...(isPrivate ? [ALONE] : [])] };
}

/** Shows another page; the last one if there are fewer seminars by now. */
function turnPage([written = '', alone]: readonly string[], { library }: Context): Reply | Promise<Reply> {
  const wanted = Number(written);
  if (!Number.isInteger(wanted) || wanted < 1) return failure({ key: 'failure.button-outdated' });
  const last = Math.max(1, Math.ceil(library.transcripts.length / PAGE));
  return runYielding(seminarsSteps({ page: Math.min(wanted, last), isPrivate: alone === ALONE }, library));
}
