import { seminarQuestionIn } from '../../src/core/answer/seminar-question.ts';
import { type FollowUp, mayBeTopic } from '../../src/core/language/follow-up.ts';
import { PLACE, type Topic } from '../../src/core/language/follow-up-topic.ts';
import type { Locale } from '../../src/core/language/locale.ts';
import { latinWords, normalise, words as termsOf } from '../../src/core/language/text.ts';
import type { Library } from '../../src/core/library.ts';
import type { MentionedName } from '../../src/core/search/mentions.ts';
import { runYielding } from '../../src/core/steps.ts';
import { isPerson } from '../../src/core/transcript/anonymous.ts';
import { distinctPeople } from '../../src/core/transcript/people.ts';
import { hasSpeaker, type Speaker } from '../../src/core/transcript/transcript.ts';
import { excerptsOf, note, type Reply, text } from '../../src/reply/reply.ts';
import { askSteps } from '../ask/answering.ts';
import { type Context, type EarlierAnswer, isSlash } from '../command.ts';
import { namesOf } from '../shared/people.ts';
import { shownIn } from './shown.ts';
import {
  type EarlierTopic,
  earlierTopic,
  everybodyOn,
  languageOfFollowUp,
  namesOfSpeakers,
  namesTyped,
  onTopic,
  together,
  withPlaces,
} from './understood.ts';

/** Two topics in one search have no more words; a third would be one too many. */
const MOST_TOGETHER = 10;

/**
 * Asks other speakers about the same topic ("and Miller?"), or goes on to another topic ("what about Malaysia?").
 * @returns null if it does neither
 */
export async function askAbout(
  words: string,
  { words: asked, frame }: Extract<FollowUp, { kind: 'about' }>,
  earlier: EarlierAnswer,
  context: Context,
): Promise<Reply | null> {
  const { library } = context;
  const { question } = earlier;
  if (question === null || isOfSeminar(question, library)) return null;
  const around = words.normalize('NFKC').replace(asked, ' ');
  const names = namesIn(asked, words, library);
  if (names.length > 0) {
    const locale = languageOfFollowUp(around, earlier);
    const speaker = namesTyped(names, locale, library);
    if (!isOnlyNames(asked, names)) {
      const own = frame === 'open' ? topicBeside(asked, names) : null;
      return own && askUnderstood(onTopic('about', speaker, own, locale), locale, context);
    }
    // "And the moderator?" asks whoever moderates, and not who that is.
    const { topic, withNames } = earlierTopic(question, library);
    const understood = topic ? onTopic('about', speaker, topic, locale) : withNames(speaker);
    if (understood === null) return null;
    const reply = await askUnderstood(understood, locale, context);
    return frame === 'agrees' ? withJudgement(reply) : reply;
  }
  if (frame !== 'open' || !mayBeTopic(asked) || isOfSeminar(asked, library)) return null;
  const locale = languageOfFollowUp(around, earlier);
  return askOnTopic(asked, earlierTopic(question, library), locale, context);
}

/**
 * Asks the same speakers on another topic, and anybody if they say nothing on it; if nobody was asked by name, anybody on
 * both topics, or else on the new one.
 */
async function askOnTopic(
  words: string,
  { asked, topic }: EarlierTopic,
  locale: Locale,
  context: Context,
): Promise<Reply> {
  if (asked.length > 0) {
    const speaker = namesTyped(asked, locale, context.library);
    const own = await askUnderstood(
      onTopic('about', speaker, { kind: 'topic', words }, locale),
      locale,
      context,
    );
    const isSilent = own.outcome === 'refused' && excerptsOf(own).length === 0;
    return (isSilent ? await saidByAnybody(words, asked, locale, context) : null) ?? own;
  }
  const both = topic && together(words, topic, locale);
  if (both !== null && latinWords(both).length <= MOST_TOGETHER) {
    const reply = await askUnderstood(both, locale, context);
    if (reply.outcome === 'answered' && beginsOn(words, reply)) return reply;
  }
  return askUnderstood(words, locale, context);
}

/** What anybody says on a topic, after a line that those who were asked say nothing; null if nobody answers. */
async function saidByAnybody(
  words: string,
  asked: readonly MentionedName[],
  locale: Locale,
  context: Context,
): Promise<Reply | null> {
  const reply = await askUnderstood(words, locale, context);
  const speakers = asked.flatMap((name) => name.speakers);
  const isByAsked = excerptsOf(reply).some(({ passage }) =>
    speakers.some(({ id }) => id === passage.speaker?.id),
  );
  if (reply.outcome !== 'answered' || isByAsked) return null;
  const speaker = namesOf(speakers, context.library);
  return {
    ...reply,
    blocks: [text({ key: 'answer.refused.speaker', values: { speaker } }), ...reply.blocks],
  };
}

/** Whether the first excerpt of a reply has all words of a topic, and not only those of the one before. */
function beginsOn(topic: string, reply: Reply): boolean {
  const [first] = excerptsOf(reply);
  if (!first) return false;
  const { text, translation } = first.passage;
  const there = new Set(termsOf(normalise(`${text} ${translation ?? ''}`)));
  return termsOf(normalise(topic)).every((term) => there.has(term));
}

async function askUnderstood(question: string, locale: Locale, context: Context): Promise<Reply> {
  const reply = await runYielding(askSteps({ question }, context));
  // The heading says already whose words were searched.
  const blocks = reply.blocks.filter(
    (block) => !(block.kind === 'note' && block.message.key === 'answer.speaker-taken'),
  );
  return { ...reply, blocks, question, isUnderstood: true, locale };
}

/**
 * Asks the speakers who have not been quoted on the same topic ("anyone else?"). Who agrees is for the reader to judge, so
 * "who disagrees?" asks the same.
 * @returns null if the earlier answer was about no topic
 */
export async function askOthers(
  words: string,
  kind: 'others' | 'agreement',
  earlier: EarlierAnswer,
  context: Context,
): Promise<Reply | null> {
  const { library } = context;
  const { question } = earlier;
  if (question === null || isOfSeminar(question, library)) return null;
  const before = earlierTopic(question, library);
  if (!before.topic) return null;
  const locale = languageOfFollowUp(words, earlier);
  const quoted = await quotedIn(earlier, before, library);
  const isLeft = distinctPeople(library.transcripts).some(({ id }) => quoted.every((each) => each.id !== id));
  const understood =
    quoted.length > 0
      ? onTopic('others', namesOfSpeakers(quoted, locale, library), before.topic, locale)
      : everybodyOn(before.topic, locale);
  const heading = { question: understood, isUnderstood: true, locale } as const;
  const nobodyElse: Reply = {
    ...heading,
    outcome: 'refused',
    explains: true,
    blocks: [
      text({ key: 'follow-up.nobody-else' }),
      ...(kind === 'agreement' ? [note({ key: 'follow-up.judge.quoted' })] : []),
    ],
  };
  if (!isLeft) return nobodyElse;
  const compare = context.commands.filter(isSlash).find(({ name }) => name === 'compare');
  const reply = await compare?.run({ question: understood }, context);
  if (!reply) return null;
  if (excerptsOf(reply).length === 0)
    return reply.outcome === 'refused' ? nobodyElse : { ...reply, ...heading };
  const others = { ...reply, ...heading };
  return kind === 'agreement' ? withJudgement(others) : others;
}

/** Says under excerpts that it does not say who agrees. */
function withJudgement(reply: Reply): Reply {
  if (excerptsOf(reply).length === 0) return reply;
  return { ...reply, blocks: [...reply.blocks, note({ key: 'follow-up.judge' })] };
}

/** Who has been quoted so far: in the answer, and in those before it. If that is not known, who was asked. */
async function quotedIn(
  earlier: EarlierAnswer,
  { asked, excluded }: EarlierTopic,
  library: Library,
): Promise<Speaker[]> {
  const shown = await shownIn(earlier, library);
  const own =
    typeof shown === 'string'
      ? asked.flatMap(({ speakers }) => speakers)
      : shown.flatMap(({ passage: { basis, speaker } }) => (speaker && hasSpeaker(basis) ? speaker : []));
  const all = [...excluded.flatMap(({ speakers }) => speakers), ...own].filter(isPerson);
  return [...new Map(all.map((speaker) => [speaker.id, speaker])).values()];
}

/** Whether a question is about a seminar itself, such as its date, which no speaker has to be asked about. */
function isOfSeminar(question: string, { transcripts }: Library): boolean {
  return seminarQuestionIn(question, transcripts) !== null;
}

/** The speakers whom a follow-up names. Whether a word such as "Mark" is a name, what is around it may tell. */
function namesIn(asked: string, words: string, { findNames }: Library): readonly MentionedName[] {
  const { names } = findNames(asked);
  if (names.length > 0) return names;
  return findNames(words).names.filter(({ name }) => asked.toLowerCase().includes(name.toLowerCase()));
}

/** The topic that stands beside names, and apart from them: "and on Malaysia, Miller?", 米勒，马来西亚呢？ */
function topicBeside(asked: string, names: readonly MentionedName[]): Topic | null {
  if (names.some(({ role }) => role === 'excluded')) return null;
  const { before, after } = TOPIC_BESIDE.exec(withPlaces(asked, names))?.groups ?? {};
  const words = before ?? after;
  return words !== undefined && !words.includes(PLACE) && mayBeTopic(words) ? { kind: 'topic', words } : null;
}

const TOPIC_BESIDE = new RegExp(
  `^(?:${PLACE} ?[,\uFF0C] ?(?:on |about )?(?<after>[^,\uFF0C]+)|(?<before>[^,\uFF0C]+?) ?[,\uFF0C] ?${PLACE})$`,
  'iu',
);

/** What may stand between names, and before them. */
const JOINING = new Set(
  'and or both the mr mrs ms miss dr prof professor 和 与 與 跟 及 或 或者 以及 还有 還有 先生 女士 教授 老师 老師 博士'.split(
    ' ',
  ),
);

function isOnlyNames(asked: string, names: readonly MentionedName[]): boolean {
  if (names.some(({ role }) => role === 'excluded')) return false;
  const others = withPlaces(asked, names).split(/[\s,.;&+/?!、，□()（）'"]/u);
  return others.every((each) => each === '' || JOINING.has(each.toLowerCase()));
}
