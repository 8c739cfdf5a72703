import { rolesOf } from '../search/mention-roles.ts';
import { isPerson, labelKey } from '../transcript/anonymous.ts';
import type { Speaker, Transcript } from '../transcript/transcript.ts';

/** Whose words a question asks for by a label of the source, which is nobody's name. */
export interface LabelAsked {
  /** Those who have the label in the seminars that are searched; at least one. */
  speakers: readonly Speaker[];
  /** As it is written in the question. */
  label: string;
  /** What is asked besides; without words if nothing is. */
  rest: string;
  /** Whether it is asked who that is. */
  isWho: boolean;
}

/** Speaker 1, SPEAKER_01, spk_0, 发言人 1, as the source has it or as readers are shown it. */
const VOICE =
  /(?<![\p{L}\p{N}])(?:[Ss]peaker|SPEAKER|[Ss]pkr?|SPKR?|[Vv]oice)[ _#-]?([A-Z]|\d{1,4})(?![\p{L}\p{N}])(?: in the recording)?|(?:录音中的|錄音中的)?(?:说话人|說話人|发言人|發言人|讲话人|講話人|讲者|講者) ?[_#-]?(\d{1,4})/u;

/** Words for those who have a label of a kind, where the words around say that somebody is meant. */
const CALLED: readonly { called: RegExp; isCalled: (speaker: Speaker) => boolean }[] = [
  {
    called:
      /(?<![\p{L}\p{N}])(?:(?:the|a|any|one) )?(?:reporters?|journalists?|questioners?|interviewers?)(?![\p{L}\p{N}])|(?:在场的?|在場的?|有)?(?:记者|記者|提问者|提問者|提问人|提問人|媒体|媒體)[们們]?/iu,
    isCalled: ({ anonymous }) => anonymous === 'reporter',
  },
  {
    // In small letters it is no label.
    called: /(?<![\p{L}\p{N}])Q(?![\p{L}\p{N}.:&])/u,
    isCalled: ({ anonymous }) => anonymous === 'reporter',
  },
  {
    called:
      /(?<![\p{L}\p{N}])the (?:person|one|people) (?:who )?answer(?:ing|s|ed)(?![\p{L}\p{N}])|回答者|答者/iu,
    isCalled: ({ anonymous }) => anonymous === 'respondent',
  },
  {
    called:
      /(?<![\p{L}\p{N}])(?:(?:the|an|any|some) )?(?:unknown|unidentified|unnamed) (?:speakers?|participants?|voices?)(?![\p{L}\p{N}])/iu,
    isCalled: ({ anonymous }) => anonymous === 'unnamed',
  },
  {
    called:
      /(?<![\p{L}\p{N}])(?:(?:the|an|any|some) )?audience(?: members?)?(?![\p{L}\p{N}])|(?:现场|現場)?(?:观众|觀眾|听众|聽眾)[们們]?/iu,
    isCalled: ({ anonymous, name }) =>
      anonymous === 'reporter' || (anonymous === 'unnamed' && /audience|[观觀听聽][众眾]/iu.test(name)),
  },
];

const ASKED_BEFORE =
  /(?:^|[^\p{L}])(?:did|do|does|has|have|had|according to|by|from|what|which|questions?)\s$/iu;
const SAYS_AFTER =
  /^\s(?:(?:also|really|then|actually) )?(?:ask|say|said|want|mention|raise|think|thought|answer|talk|tell|told|discuss)(?:s|ed|ing)?(?![\p{L}])(?: to know)?/iu;
const SUBJECT_AFTER = /^\s(?:on|about)\s|^['’]s?\s(?:questions?|words|views?|opinions?)\b/iu;
const CHINESE_SAYS_AFTER =
  /^(?:都|还|還|又|到底|具体|具體|主要)?(?:提?[问問](?![题題])|提(?:出|到|了|过|過)|关心|關心|[说說](?![明法服])|想知道|回答|[谈談]|[讲講](?![座义義]))[了过過到]?/u;
const BEFORE_CHINESE = /(?:^|[\s,，。？?：:、]|请问|請問|那|那么|那麼|据|據|中)$/u;
/** Who is Speaker 1? 谁是记者？ */
const WHO = /^\s*(?:who(?:['’]s| is| was| are| were)|谁是|誰是)\s*$|^\s*$/iu;
const IS_WHO_AFTER = /^\s*(?:是谁|是誰)/u;
const ENDS = /^[\s?？!！.。]*$/u;

/**
 * Finds the label by which a question asks for somebody's words: "What did Q ask about tolls?", "Speaker 2 on the budget",
 * 记者问了什么. A label that is only spoken about is none ("What did she tell the reporters?").
 * @param transcripts the seminars that are searched
 * @returns null if it has no label that somebody has there
 */
export function labelAsked(question: string, transcripts: readonly Transcript[]): LabelAsked | null {
  const written = question.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const speakers = transcripts.flatMap((each) => each.speakers.filter((speaker) => !isPerson(speaker)));
  if (speakers.length === 0) return null;
  const voice = VOICE.exec(written);
  const voices = voice ? voicesCalled(voice[1] ?? voice[2] ?? '', speakers) : [];
  if (voice && voices.length > 0) return asked(written, voice, voices, true);
  for (const { called, isCalled } of CALLED) {
    const found = called.exec(written);
    const own = found ? speakers.filter(isCalled) : [];
    const reading = found && own.length > 0 ? asked(written, found, own, false) : null;
    if (reading) return reading;
  }
  return null;
}

/** The voices of a label, or else those whose number is the same: 1 for SPEAKER_01. */
function voicesCalled(key: string, speakers: readonly Speaker[]): Speaker[] {
  const voices = speakers.filter(({ anonymous }) => anonymous === 'voice');
  const keyOf = ({ name }: Speaker) => labelKey(name);
  const exact = voices.filter((each) => keyOf(each) === key);
  if (exact.length > 0 || !/^\d+$/.test(key)) return exact;
  return voices.filter((each) => /^\d+$/.test(keyOf(each)) && Number(keyOf(each)) === Number(key));
}

/**
 * What a question asks of those of a label.
 * @param isCertain whether the label cannot be anything else, whatever is around it
 */
function asked(
  written: string,
  { 0: label, index }: RegExpExecArray,
  speakers: readonly Speaker[],
  isCertain: boolean,
): LabelAsked | null {
  const [before, after] = [written.slice(0, index), written.slice(index + label.length)];
  const reading = { speakers, label: label.trim() };
  const isWho = WHO.test(before) && (ENDS.test(after) || IS_WHO_AFTER.test(after));
  if (isWho) return { ...reading, rest: '', isWho: true };
  const [role] = rolesOf(written, [{ start: index, end: index + label.length }]);
  if (role !== 'asked') return null;
  const says = SAYS_AFTER.exec(after) ?? CHINESE_SAYS_AFTER.exec(after);
  const isSubject =
    SUBJECT_AFTER.test(after) || (/\p{Script=Han}/u.test(label) ? BEFORE_CHINESE : ASKED_BEFORE).test(before);
  if (!isCertain && !(says && isSubject) && !SUBJECT_AFTER.test(after)) return null;
  return { ...reading, rest: `${before} ${after.slice(says?.[0].length ?? 0)}`, isWho: false };
}
