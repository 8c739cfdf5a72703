import { hasHan, isStopWord, normalise, words } from '../language/text.ts';
import type { Library } from '../library.ts';
import type { Steps } from '../steps.ts';
import { isPerson } from '../transcript/anonymous.ts';
import type { Speaker, Transcript } from '../transcript/transcript.ts';

/** A question for a person: what comes after it says who is looked for. */
const WHO_ENGLISH =
  /^(?:(?:so|and|but|hey|ok|okay)[, ]+)?(?:(?:can|could) you tell me |do you know |tell me )?(?:who(?:'s| is| are| was| were| the hell is)?|which (?:speakers?|panell?ists?|persons?|guests?|one)(?: is| are| was| were)?)\s(.+)$/u;
const WHO_CHINESE = [
  // A verb that says nothing of a role is left out; 写, 创办 and 领导 are a part of it.
  /^(?:请问|那么?|话说)?(?:谁|哪(?:一?位|个)(?:嘉宾|发言人|讲者|人)?)(?:曾经?)?(?:(?:是|担任|任|当过|做过|来自|代表)(?=.)|(?=写|著|创办|创立|领导))(.+)$/u,
  /^(?:请问|那么?|话说)?(.+?)(?:是谁|是什么人|是哪(?:一?位|个)(?:嘉宾|发言人|讲者)?|是做什么的|是干什么的|什么来头|是什么身份)$/u,
];
/** A question for the author of something, which is asked for as one. */
const WRITTEN_BY = /^(.+?)(?:是谁写的|的作者是谁|是哪位写的)$/u;
/** What asks for the role of somebody who is named. */
const ROLE_ENGLISH =
  /^(?:what(?:'s| is| are| was)\s(.+?)(?:'s?)?\s(?:jobs?|roles?|titles?|background|affiliation|profession|occupation)|what does (.+?) do(?: for a living)?|where (?:does|did) (.+?) work|(?:introduce) (.+?))$/u;
const ROLE_CHINESE =
  /^(?:请?介绍(?:一下)?)(.+)$|^(.+?)的?(?:身份|职位|职务|职业|头衔|背景|来历)(?:是什么)?$/u;

/** Verbs that a role says with a noun, and nouns that mean the same. */
const SAME = [
  ['wrote', 'write', 'writes', 'written', 'author', 'authored', 'writer', '作者', '写'],
  [
    'heads',
    'headed',
    'head',
    'leads',
    'led',
    'leader',
    'runs',
    'ran',
    'directs',
    'director',
    'chief',
    '局长',
    '主任',
    '负责人',
    '领导',
    '总监',
  ],
  ['chairs', 'chaired', 'chair', 'chairman', 'chairwoman', 'chairperson', 'president', '主席', '会长'],
  ['founded', 'founder', 'cofounder', 'started', '创始人', '创办', '创立'],
  ['reporter', 'journalist', 'correspondent', '记者'],
  ['edits', 'edited', 'editor', '编辑', '主编'],
  ['teaches', 'taught', 'professor', 'teacher', 'lecturer', '教授', '老师'],
  ['researches', 'researcher', 'scientist', 'scholar', '研究员', '学者'],
  ['moderated', 'moderates', 'moderator', 'host', 'hosted', '主持人', '主持'],
].map((group) => group.map((each) => words(each)));
/** What somebody may be who leads, whatever the title. */
const LEADS = new Set(words('leads led leader runs ran heads headed 领导 负责人'));
const LEADERS = [
  'head',
  'leader',
  'director',
  'chief',
  'chair',
  'chairman',
  'president',
  'ceo',
  '局长',
  '主任',
  '主席',
  '总裁',
].map((each) => words(each));
/** Words of such questions that no role needs to have. */
const EXTRA = new Set(
  'works work worked working job person guy man woman expert guest former formerly ex once currently now today again mr mrs ms dr prof'.split(
    ' ',
  ),
);

/** Somebody for whom a question asks, with the role that the front matter gives. */
export interface PersonFound {
  speaker: Speaker;
  /** The seminars in which they speak in this role. */
  transcripts: readonly Transcript[];
}

/**
 * Finds whom a question is about that asks who somebody is: "Who is Estevez?", "Who wrote Chip War?", 谁是记者? The front
 * matter answers it, if a speaker has that name, or if a speaker's role has every word of what is asked. Pauses after
 * each seminar's speakers.
 * @param seminar the id of the only seminar that counts; by default all of them do
 * @returns none if it asks something else, or for somebody else
 */
export function* peopleAskedForSteps(
  library: Pick<Library, 'transcripts' | 'findNames'>,
  question: string,
  seminar?: string,
): Steps<PersonFound[]> {
  const asked = normalise(question)
    .replace(/[\s?\uFF1F!\uFF01\u3002\u2026]+/gu, ' ')
    .trim()
    .replace(WRITTEN_BY, '谁写$1');
  const transcripts = library.transcripts.filter(({ id }) => seminar === undefined || id === seminar);
  const person = firstGroup(ROLE_ENGLISH, asked) ?? firstGroup(ROLE_CHINESE, asked);
  const named = namedBy(library, question, seminar);
  if (person !== undefined) return appearances(transcripts, named);
  const [whom] = [WHO_ENGLISH, ...WHO_CHINESE].flatMap((pattern) => firstGroup(pattern, asked) ?? []);
  if (whom === undefined || SPEAKING.test(whom)) return [];
  if (named.length > 0) return appearances(transcripts, named);
  const wanted = wantedRole(whom);
  const fitting: Speaker[] = [];
  for (const { speakers } of transcripts) {
    fitting.push(...speakers.filter((speaker) => isPerson(speaker) && fits(speaker, wanted)));
    yield;
  }
  return appearances(transcripts, fitting);
}

function firstGroup(pattern: RegExp, text: string): string | undefined {
  return pattern
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
}

/** Words that ask for somebody's role. */
const ROLE_WORDS = new Set(
  words(
    '请问 job jobs role roles title titles background affiliation profession occupation introduce living tell 介绍 一下 身份 职位 职务 职业 头衔 背景 来历 来头 做 干 谁 谁是 什么人 哪位 是谁',
  ),
);

/** Who somebody speaks to or of is another question. */
const SPEAKING =
  /\b(?:talk|speak|ask|answer|say|tell|respond|repl(?:y|ies)|discuss|mention|mean|think)(?:s|ed|ing)?\b(?! me\b)|说|谈|讲|(?<!请)问|回应|回答|反驳/u;

/** The speakers whom a question names, if it asks nothing but who they are. */
function namedBy({ findNames }: Pick<Library, 'findNames'>, question: string, seminar?: string): Speaker[] {
  const { names, withoutNames } = findNames(question, seminar);
  const isAll =
    !SPEAKING.test(withoutNames) &&
    words(withoutNames).every((word) => isStopWord(word) || EXTRA.has(word) || ROLE_WORDS.has(word));
  return isAll ? names.flatMap(({ speakers }) => speakers) : [];
}

/** Whoever is second is not whom a question for the first means: "vice chair", 副主席. */
const SECOND = /\b(?:vice|deputy|assistant|associate|under|junior)\b|副|助理/u;

/** The role that a question asks for. */
interface WantedRole {
  /** Each word of it, and the words of each expression that may stand for it. */
  words: readonly { word: string; same: readonly (readonly string[])[] }[];
  isSecond: boolean;
}

function wantedRole(description: string): WantedRole {
  const sameAs = (word: string) =>
    LEADS.has(word) ? LEADERS : (SAME.find((group) => group.some((each) => each.includes(word))) ?? []);
  return {
    words: contentWords(description).map((word) => ({ word, same: sameAs(word) })),
    isSecond: SECOND.test(description),
  };
}

/** Roles as they are compared: they change only with the corpus. */
const knownRoles = new WeakMap<Speaker, { text: string; words: ReadonlySet<string> }>();

function roleOf(speaker: Speaker) {
  const known = knownRoles.get(speaker);
  if (known) return known;
  const parts = [...Object.values(speaker.role ?? {}), ...(speaker.moderator ? ['moderator 主持人'] : [])];
  const text = normalise(parts.join(' | '));
  const role = { text, words: new Set(words(text)) };
  knownRoles.set(speaker, role);
  return role;
}

/** Whether a speaker's role has every word of what is wanted; a verb may stand for a noun. */
function fits(speaker: Speaker, wanted: WantedRole): boolean {
  const role = roleOf(speaker);
  const has = (word: string) => (hasHan(word) ? role.text.includes(word) : role.words.has(word));
  const isUnder = SECOND.test(role.text) && !wanted.isSecond;
  return (
    wanted.words.length > 0 &&
    !isUnder &&
    wanted.words.every(({ word, same }) => has(word) || same.some((each) => each.every(has)))
  );
}

function contentWords(description: string): string[] {
  return words(description).filter((word) => !isStopWord(word) && !EXTRA.has(word));
}

/** Each person once, with the seminars in which they speak. */
function appearances(transcripts: readonly Transcript[], speakers: readonly Speaker[]): PersonFound[] {
  const attended = new Map<string, Transcript[]>(speakers.map(({ id }) => [id, []]));
  for (const transcript of transcripts) {
    for (const id of new Set(transcript.speakers.map((speaker) => speaker.id)))
      attended.get(id)?.push(transcript);
  }
  const first = new Map(speakers.toReversed().map((speaker) => [speaker.id, speaker]));
  return Array.from(attended, ([id, seminars]) => ({
    speaker: first.get(id) as Speaker,
    transcripts: seminars,
  }));
}
