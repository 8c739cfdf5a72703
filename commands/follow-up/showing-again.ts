import type { FollowUp } from '../../src/core/language/follow-up.ts';
import { scriptOf } from '../../src/core/language/language-of-words.ts';
import { isSameLanguage, type Locale, languageName } from '../../src/core/language/locale.ts';
import { questionLanguage } from '../../src/core/language/question-language.ts';
import { type Excerpt, excerptOf } from '../../src/core/passages/excerpt.ts';
import { type Passage, sentencesOf } from '../../src/core/passages/passages.ts';
import { type PassageReference, writeReferences } from '../../src/core/passages/references.ts';
import { joined } from '../../src/messages/message.ts';
import {
  type Action,
  type Block,
  type ExcerptForm,
  failure,
  note,
  quotedInShort,
  type Reply,
  text,
} from '../../src/reply/reply.ts';
import { answerActions, PAGE, pageActions } from '../buttons/answer.ts';
import type { Context, EarlierAnswer, Presser } from '../command.ts';
import { languageCalled } from '../shared/languages.ts';
import { shownIn } from './shown.ts';
import { languageOfFollowUp } from './understood.ts';

/** The buttons whose work is done here do the same whoever presses them. */
const ANYBODY: Presser = { id: '', name: '', request: '' };

/** A follow-up that asks for the passages that are shown, in another way, or for those after them. */
export type AsksAgain = Exclude<FollowUp, { kind: 'about' | 'others' | 'agreement' }>;

/**
 * Shows the passages of an earlier answer in another way, or those after them.
 * @returns null if the earlier message is no answer at all
 */
export async function showAgain(
  words: string,
  asked: AsksAgain,
  earlier: EarlierAnswer,
  context: Context,
): Promise<Reply | null> {
  const reply = await shownAgain(words, asked, earlier, context);
  if (!reply || reply.outcome === 'failed' || earlier.question === null) return reply;
  // So that it can be gone on with in turn; no heading, since others than those who were asked may be shown.
  return { ...reply, question: earlier.question };
}

async function shownAgain(
  words: string,
  asked: AsksAgain,
  earlier: EarlierAnswer,
  context: Context,
): Promise<Reply | null> {
  if (asked.kind === 'more') return nextPage(earlier, context);
  const shown = await shownIn(earlier, context.library);
  if (shown === 'changed') return failure({ key: 'failure.passage-changed' });
  if (shown === 'none') return earlier.question === null ? null : nothingShown();
  switch (asked.kind) {
    case 'whole':
      return firstWhole(shown, context);
    case 'original':
      return inOriginal(words, earlier, shown, context);
    case 'context':
      return surroundings(shown, context);
    case 'source':
      return sourcesOf(shown, context);
    case 'language':
      return inLanguage(localeAsked(asked.name, words, earlier, shown), shown, context);
  }
}

function nothingShown(): Reply {
  return { outcome: 'shown', blocks: [text({ key: 'follow-up.nothing-shown' })] };
}

async function nextPage({ question, buttons }: EarlierAnswer, context: Context): Promise<Reply | null> {
  const more = buttons.find(({ name }) => name === 'more');
  if (more) return run('more', more.args, context);
  // The pages of a transcript are too long to be shown again below it.
  if (buttons.some(({ name }) => PAGE_TURNING.has(name)))
    return { outcome: 'shown', blocks: [text({ key: 'follow-up.turn-page' })] };
  if (question === null && buttons.length === 0) return null;
  const known = await shownIn({ question, buttons }, context.library);
  if (known === 'changed') return failure({ key: 'failure.passage-changed' });
  if (known === 'none') return nothingShown();
  const actions = kept('more', known);
  return { outcome: 'shown', blocks: [text({ key: 'follow-up.no-more' })], actions };
}

/** The buttons of a transcript and of its contents. */
const PAGE_TURNING: ReadonlySet<string> = new Set(['read', 'contents']);

async function run(name: string, args: readonly string[], context: Context): Promise<Reply | null> {
  const reply = await answerActions[name]?.run(args, context, ANYBODY);
  return reply && 'blocks' in reply ? reply : null;
}

/** The buttons of an answer with these passages, without the one that has been pressed, as it were. */
function kept(pressedName: string, shown: readonly PassageReference[]): Action[] {
  const page = pageActions({ ranked: shown, from: 0, size: shown.length });
  return page.filter(({ name }) => name !== pressedName);
}

/** The first passage whole, and a press away the others: several whole ones are more than anybody reads on a phone. */
async function firstWhole(shown: readonly PassageReference[], context: Context): Promise<Reply | null> {
  const reply = await run('whole', [writeReferences(shown.slice(0, 1))], context);
  return reply && { ...reply, actions: shown.length > 1 ? kept('more', shown) : (reply.actions ?? []) };
}

/** Of what comes before a passage, so many sentences lead over to it. */
const LEADING_SENTENCES = 2;

/** What is around the first passage, in short; whole it is a press away. */
async function surroundings(shown: readonly PassageReference[], context: Context): Promise<Reply | null> {
  const [first, ...others] = shown;
  const reply = first && (await run('context', [writeReferences([first])], context));
  if (!reply) return null;
  const at = reply.blocks.findIndex(
    (block) => block.kind === 'excerpt' && block.excerpt.passage.id === first.passage.id,
  );
  const blocks = reply.blocks.map((block, place): Block => {
    if (block.kind !== 'excerpt') return block;
    return { ...block, excerpt: place < at ? leading(block.excerpt) : block.excerpt, form: 'short' };
  });
  const own = others.length === 0 ? (reply.actions ?? []) : [];
  return { ...reply, blocks, actions: [...kept('more', shown), ...own] };
}

/** The last sentences of a passage; all of it if its translation cannot be divided like it. */
function leading(excerpt: Excerpt): Excerpt {
  const { passage } = excerpt;
  const last = passage.sentences.length - 1;
  const end = sentencesOf(passage, Math.max(0, last - LEADING_SENTENCES + 1), last);
  return passage.translation !== null && end.translation === null ? excerpt : excerptOf(end, null, 1);
}

/**
 * The source alone. Who asks in Chinese reads it anyway, and who asks in English does where nothing is translated. In
 * another language than that of their words, they would be shown the translation.
 */
function inOriginal(
  words: string,
  earlier: EarlierAnswer,
  shown: readonly PassageReference[],
  { library }: Context,
): Reply {
  const locale = languageOfFollowUp(words, earlier);
  const isTranslated = locale === 'en' && shown.some(({ passage }) => passage.translation !== null);
  const excerpts = shown.map(({ passage, sentence }) => excerptOf(passage, sentence, 1));
  const blocks = quotedInShort(excerpts, library, formAt);
  return {
    outcome: 'shown',
    locale,
    blocks: isTranslated
      ? [text({ key: 'words.heading' }), ...blocks.map((block): Block => ({ ...block, view: 'other' }))]
      : [text({ key: 'follow-up.original' }), ...blocks],
    actions: kept('words', shown),
  };
}

/**
 * Who says each of the passages, how that is known, and where, without the words; of those that a page has no room for,
 * who and where.
 */
function sourcesOf(shown: readonly PassageReference[], { library }: Context): Reply {
  const excerpts = shown.map(({ passage, sentence }, at) =>
    excerptOf(passage, at < PAGE ? sentence : null, 1),
  );
  const blocks = quotedInShort(excerpts, library, (at) => (at < PAGE ? 'source' : 'line'));
  return {
    outcome: 'shown',
    blocks: [text({ key: 'follow-up.sources' }), ...blocks],
    actions: kept('source', shown),
  };
}

/** More excerpts than a page has, as a comparison shows them, are a line each. */
function formAt(at: number): ExcerptForm {
  return at < PAGE ? 'short' : 'line';
}

/** Names of Chinese that leave its script open; it is that of what has been written so far. */
const ANY_SCRIPT = /^(?:chinese|mandarin|中文|汉语|华语|普通话|国语)$/u;

/** The language that is asked for; undefined if there is none of this name. */
function localeAsked(
  name: string | null,
  words: string,
  answer: EarlierAnswer,
  shown: readonly PassageReference[],
): Locale | undefined {
  const { question, buttons, locale } = answer;
  const earlier = question ?? '';
  const chinese = () => scriptOf(words) ?? scriptOf(earlier) ?? 'zh-CN';
  if (name !== null) return ANY_SCRIPT.test(name) ? chinese() : languageCalled(name);
  const has = (name: string) => buttons.some((each) => each.name === name);
  // Where the source itself is shown, its button is missing.
  const isSource = shown.some(({ passage }) => passage.translation !== null) && has('whole') && !has('words');
  const language = locale ?? questionLanguage(earlier) ?? languageOfFollowUp(words, answer);
  return isSource || language !== 'en' ? 'en' : chinese();
}

function inLanguage(
  locale: Locale | undefined,
  shown: readonly PassageReference[],
  { library }: Context,
): Reply {
  if (locale === undefined) {
    const blocks = [text({ key: 'follow-up.languages' })];
    return { outcome: 'shown', blocks, actions: kept('language', shown) };
  }
  const excerpts = shown.map(({ passage, sentence }) => excerptOf(passage, sentence, 1));
  const staying = shown.map(({ passage }) => passage).filter((passage) => !isIn(locale, passage));
  const languages = new Set(staying.map(({ transcript }) => transcript.language));
  const language = joined(Array.from(languages, languageName));
  return {
    outcome: 'shown',
    locale,
    blocks: [
      text({ key: 'follow-up.same' }),
      ...quotedInShort(excerpts, library, formAt),
      ...(staying.length > 0 ? [note({ key: 'follow-up.stays', values: { language } })] : []),
    ],
    actions: kept('language', shown),
  };
}

/** Whether a passage can be shown in a language. A translation is always into English. */
function isIn(locale: Locale, { transcript, translation }: Passage): boolean {
  return isSameLanguage(transcript.language, locale) || (locale === 'en' && translation !== null);
}
