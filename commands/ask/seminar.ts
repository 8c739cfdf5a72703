import { type SeminarQuestion, seminarQuestionIn } from '../../src/core/answer/seminar-question.ts';
import type { Localised } from '../../src/core/language/locale.ts';
import { passagesIn } from '../../src/core/passages/pages.ts';
import { isPerson } from '../../src/core/transcript/anonymous.ts';
import { newestFirst } from '../../src/core/transcript/order.ts';
import { distinctPeople } from '../../src/core/transcript/people.ts';
import { displayName } from '../../src/core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../../src/core/transcript/transcript.ts';
import { joined, type Message, someOf, type Value } from '../../src/messages/message.ts';
import { personLine, titleOf } from '../../src/reply/front-matter.ts';
import { type Block, type Reply, text } from '../../src/reply/reply.ts';
import type { Context } from '../command.ts';
import { helpReply } from '../shared/help-reply.ts';

/** How many a reply lists of each, so that it fits a phone; the others are counted. */
const SEMINARS = 4;
const SPEAKERS = 12;
const SPEAKERS_IN_LINE = 4;
const TOPICS = 10;
const TOPICS_IN_LINE = 2;
const EXAMPLES = 3;

/**
 * Replies to a question about seminars themselves from their front matter, or names the command that answers it, and
 * to one about Rostrum. It quotes nothing, and says nothing about what was said.
 * @param scope the seminars that are asked about, unless the question names some of them
 * @returns null for any other question
 */
export function seminarReply(question: string, scope: readonly Transcript[], context: Context): Reply | null {
  const asked = seminarQuestionIn(question, scope);
  if (!asked || scope.length === 0) return null;
  if (asked.kind === 'help') return { ...helpReply(context), question };
  const meant = asked.named.length > 0 ? asked.named : scope;
  return { outcome: 'shown', question, blocks: blocksFor(asked, [...meant].sort(newestFirst), context) };
}

function blocksFor({ kind }: SeminarQuestion, seminars: readonly Transcript[], context: Context): Block[] {
  switch (kind) {
    case 'help':
      return [...helpReply(context).blocks];
    case 'greeting':
      return [...examples(seminars), text({ key: 'seminar.commands' })];
    case 'thanks':
      return [text({ key: 'seminar.welcome' }), text({ key: 'seminar.commands' })];
    case 'speakers':
      return [
        ...speakersOf(seminars),
        ...(distinctPeople(seminars).length > 0 ? [text({ key: 'seminar.shares' })] : []),
      ];
    case 'moderator':
      return lines(seminars, moderatorOf);
    case 'organiser':
      return lines(seminars, organiserOf);
    case 'date':
      return lines(seminars, null);
    case 'seminars':
      return [...(seminars.length > 1 ? [total(seminars)] : []), ...lines(seminars, null)];
    case 'about':
      return [...lines(seminars, null), text({ key: 'seminar.about' })];
    case 'length':
      return [
        ...lines(seminars, (transcript) => {
          return { key: 'seminar.length', values: { count: passagesIn(context.library, transcript).length } };
        }),
        text({ key: 'seminar.duration' }),
        text({ key: 'seminar.reading' }),
      ];
    case 'topics':
      return [...topicsOf(seminars), text({ key: 'seminar.reading' })];
    case 'summary':
      return [
        text({ key: 'seminar.no-summary' }),
        ...topicsOf(seminars),
        text({ key: 'seminar.contents' }),
        ...examples(seminars),
      ];
  }
}

/** One seminar with its speakers, or several with the first few of each. */
function speakersOf(seminars: readonly Transcript[]): Block[] {
  const [only, ...others] = seminars;
  if (!only || others.length > 0) {
    return [total(seminars), ...lines(seminars, ({ speakers }) => namesOrNone(speakers.filter(isPerson)))];
  }
  const speakers = only.speakers.filter(isPerson);
  const items = speakers.slice(0, SPEAKERS).map(personLine);
  const count = speakers.length - items.length;
  if (count > 0) items.push({ key: 'speakers.more', values: { count } });
  const labels = only.speakers.filter((speaker) => !isPerson(speaker)).map(displayName);
  const unnamed = joined([...new Map(labels.map((label) => [label.en, label])).values()].slice(0, SPEAKERS));
  return [
    ...(items.length > 0
      ? [
          text({ key: 'seminar.speakers', values: { ...titleOf(only), count: speakers.length } }),
          { kind: 'list', items } as const,
        ]
      : [text({ key: 'seminar.nobody-named', values: titleOf(only) })]),
    ...(labels.length > 0 ? [text({ key: 'seminar.unnamed', values: { speakers: unnamed } })] : []),
  ];
}

function total(seminars: readonly Transcript[]): Block {
  const values = { seminars: seminars.length, speakers: distinctPeople(seminars).length };
  return text({ key: 'seminar.total', values });
}

function namesOrNone(people: readonly Speaker[]): Value {
  if (people.length === 0) return { key: 'seminar.no-names' };
  return someOf(people.map(displayName), SPEAKERS_IN_LINE, 'some.speakers');
}

/** One seminar with its topics, or several with the first few of each; nothing of one that has none. */
function topicsOf(seminars: readonly Transcript[]): Block[] {
  const [only, ...others] = seminars;
  if (!only || others.length > 0)
    return lines(seminars, ({ topics, speakers }) =>
      topics.length > 0
        ? someOf(topics, TOPICS_IN_LINE, 'some.topics')
        : withoutTopics(speakers.filter(isPerson)),
    );
  const { topics } = only;
  if (topics.length === 0) return [text({ key: 'seminar.topics-missing', values: titleOf(only) })];
  return [
    text({ key: 'seminar.topics', values: titleOf(only) }),
    { kind: 'list', items: listOf(topics.slice(0, TOPICS)) },
  ];
}

function withoutTopics(people: readonly Speaker[]): Message {
  if (people.length === 0) return { key: 'seminar.no-topics-or-names' };
  return { key: 'seminar.no-topics', values: { speakers: namesOrNone(people) } };
}

function organiserOf({ organiser }: Transcript): Message {
  return organiser ? { key: 'about.organiser', values: { organiser } } : { key: 'seminar.no-organiser' };
}

function moderatorOf({ speakers }: Transcript): Message {
  const moderators = speakers.filter(({ moderator }) => moderator);
  if (moderators.length === 0) return { key: 'seminar.no-moderator' };
  return { key: 'seminar.moderator', values: { speakers: joined(moderators.map(displayName)) } };
}

/**
 * A line for each of a few seminars, and how to ask about one of them if there are several.
 * @param saidOf what is said of each besides its title and date; null for nothing
 */
function lines(seminars: readonly Transcript[], saidOf: ((transcript: Transcript) => Value) | null): Block[] {
  const shown = seminars.slice(0, SEMINARS);
  const items = shown.map((transcript): Message => {
    return saidOf
      ? { key: 'seminar.line', values: { ...titleOf(transcript), value: saidOf(transcript) } }
      : { key: 'about.seminar', values: titleOf(transcript) };
  });
  const [first] = items;
  if (first && items.length === seminars.length && items.length === 1) return [text(first)];
  const count = seminars.length - shown.length;
  return [
    { kind: 'list', items },
    ...(count > 0 ? [text({ key: 'seminars.more', values: { count } })] : []),
    text({ key: 'seminar.choose', values: { id: shown[0]?.id ?? '' } }),
  ];
}

function examples(seminars: readonly Transcript[]): Block[] {
  const shown = seminars.flatMap((transcript) => transcript.examples).slice(0, EXAMPLES);
  if (shown.length === 0) return [];
  return [text({ key: 'help.examples' }), { kind: 'list', items: listOf(shown) }];
}

function listOf(items: readonly Localised[]): Message[] {
  return items.map((item) => ({ key: 'list.item', values: { item } }));
}
