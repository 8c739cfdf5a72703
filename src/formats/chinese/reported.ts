import { comparable, isPersonalName } from './names.ts';
import {
  ANSWER,
  ASKER,
  FAMILY_NAMES,
  FIRST_PERSON,
  POSITION,
  REPORTS,
  STANCE,
  simplified,
  TITLE_AFTER,
  WRITTEN_VERB,
} from './vocabulary.ts';

/** A stretch of a text (UTF-16). */
export interface Stretch {
  start: number;
  end: number;
}

/** Names, as they are compared. */
export type Names = Pick<ReadonlySet<string>, 'has'>;

/** A stretch in which the writer tells what somebody says. */
export interface Report extends Stretch {
  /** The subject, as printed, without what they are. */
  name: string;
  /** Whether the verb is one that writers use, and speakers hardly of one another. */
  isWritten: boolean;
  /** Whether the report has become their own voice: we, I. */
  isVoice: boolean;
}

const SIGN = /[“「『”」』。！？!?]/;
const ENDS = '。！？!?';
const AFTER_END = '。！？!?”」』';
/** As far into a sentence as its subject may reach, in characters. */
const LONGEST_SUBJECT = 30;
const ACCORDING = /^(?:据|據|按照|根据|根據)/;
const IN_THE_EYES = /^在(?<name>[^，,。]{2,30}?)看[来來][，,]/;
const QUOTED = /“[^“”]*”|「[^「」]*」/g;
/** Whether a text may tell what somebody says at all. */
export const MAY_REPORT =
  /[说說]|表示|指出|[认認][为為]|提到|[强強][调調]|透露|介[绍紹]|[补補]充|坦言|解[释釋]|回[应應]|直言|[谈談]到|告[诉訴]|[写寫]道|[称稱]|看[来來]|建[议議]|[呼重].|[问問]道|答道|[预預].|主[张張]|[评評]|[质質]疑|反[驳駁]|相信|[担擔]心|分析|[总總][结結]|[承否][认認]|宣[布佈]|警告|感[叹嘆]|回[忆憶]|表明|提出/;
/** What a verb of saying, or a word before it, begins with: a look that spares most positions. */
const VERB_SIGN =
  /[还也则又同进随最对此日表指认提强透介补坦解回直谈告写建呼预分总说称承否宣重担相警感质反主问评答]/;
/** Words of a subject, and then a verb of saying, with nothing between. */
const REPORTING_SOON =
  /^[^，,。：:；;？?！!“”「」\s]{2,20}?(?:表示|指出|认为|强调|透露|介绍|坦言|解释|回应|直言|告诉|说|称)/;
/** Somebody of the public, as news call them: 市民郭女士. */
const POLITE =
  /^.{0,10}(?:市民|居民|村民|游客|乘客|旅客|顾客|消费者|业主|家长|网友|读者|患者|司机|用户|店主|商户|老板|观众)(?<family>\p{Script=Han})(?<address>先生|女士|小姐|大爷|大妈|阿姨|师傅|老师)$/u;
const QUESTION_END = /[?？][”」』]?$/;

/** The sentences of a stretch. A quotation stays whole. */
export function sentencesIn(text: string, { start, end }: Stretch): Stretch[] {
  const found: Stretch[] = [];
  let depth = 0;
  let from = start;
  const sign = new RegExp(SIGN, 'g');
  sign.lastIndex = start;
  for (let match = sign.exec(text); match && match.index < end; match = sign.exec(text)) {
    const at = match.index;
    if ('“「『'.includes(match[0])) depth++;
    const closes = '”」』'.includes(match[0]);
    if (closes) depth = Math.max(0, depth - 1);
    const isEnd = closes ? at > 0 && ENDS.includes(text.charAt(at - 1)) : ENDS.includes(match[0]);
    if (!isEnd || depth > 0 || at + 1 >= end || at < from) continue;
    if (AFTER_END.includes(text.charAt(at + 1)) || isQuoteBefore(text, from, at, end)) continue;
    found.push({ start: from, end: at + 1 });
    from = at + 1 + (/^\s{0,8}/.exec(text.slice(at + 1, at + 9))?.[0].length ?? 0);
  }
  if (from < end) found.push({ start: from, end });
  return found;
}

/** Whether a sentence is only a quotation so far, and goes on with whose it is: “…”李明说. */
function isQuoteBefore(text: string, from: number, at: number, end: number): boolean {
  if (!/[“「]/.test(text.charAt(from)) || !/[”」]/.test(text.charAt(at))) return false;
  return REPORTING_SOON.test(simplified(text.slice(at + 1, Math.min(end, at + 1 + LONGEST_SUBJECT))));
}

/**
 * What a sentence says that somebody says: "李明表示，…", "据李明介绍，…", "“…”李明说".
 * @param known names of the file, as they are compared
 */
export function reportIn(text: string, sentence: Stretch, known: Names): Report | null {
  const whole = text.slice(sentence.start, sentence.end);
  const quote = /^[“「][^“”「」]*[”」][，,]?/.exec(whole)?.[0] ?? '';
  const rest = whole.slice(quote.length);
  const eyes = IN_THE_EYES.exec(rest)?.groups?.name;
  if (eyes !== undefined) {
    const name = subjectOf(eyes, known);
    return name === null ? null : { ...sentence, name, isWritten: false, isVoice: false };
  }
  const before = ACCORDING.exec(rest)?.[0].length ?? 0;
  const limit = Math.min(rest.length, before + LONGEST_SUBJECT);
  const simple = simplified(rest.slice(0, limit + 12));
  for (let at = before + 2; at < limit; at++) {
    if (/[，,。：:；;]/.test(rest.charAt(at - 1))) return null;
    if (!VERB_SIGN.test(simple.charAt(at))) continue;
    const verb = simple.slice(at, at + 12);
    const mark = REPORTS.exec(verb)?.groups?.mark;
    if (mark === undefined && !(quote !== '' && REPORTS.test(verb))) continue;
    const name = subjectOf(rest.slice(before, at), known);
    if (name !== null)
      return { ...sentence, name, isWritten: before === 0 && WRITTEN_VERB.test(verb), isVoice: false };
  }
  return null;
}

/** The name in the subject of a sentence: a known one, or one that what they are introduces; null if there is none. */
function subjectOf(subject: string, known: Names): string | null {
  const trimmed = subject.trim();
  if (trimmed === '' || /[，,。；;？?！!“”]/.test(trimmed)) return null;
  if (known.has(comparable(trimmed))) return trimmed;
  for (let at = 1; at < trimmed.length - 1; at++) {
    const name = trimmed.slice(at);
    if (!TITLE_AFTER.test(simplified(trimmed.slice(0, at)))) continue;
    if (known.has(comparable(name)) || isPersonalName(name)) return name;
  }
  const polite = POLITE.exec(trimmed)?.groups;
  if (polite && FAMILY_NAMES.has(simplified(polite.family ?? ''))) return `${polite.family}${polite.address}`;
  const isWhole = /[·‧•・]/.test(trimmed) || /^\p{Lu}[\p{L}'’-]+ \p{Lu}/u.test(trimmed);
  return isWhole && isPersonalName(trimmed) ? trimmed : null;
}

/**
 * How far a report goes on after its sentence: as long as the one who is reported speaks of themselves, or, who asks, puts
 * a question. A bare stance, an answer or somebody else may be another voice.
 */
export function withContinuation(
  text: string,
  report: Report,
  following: readonly Stretch[],
  known: Names,
): Report {
  const asks = ASKER.test(simplified(report.name));
  let { end, isVoice } = report;
  for (const sentence of following) {
    const words = text.slice(sentence.start, sentence.end);
    if (
      isNewVoice(words) ||
      /^[他她该其]/.test(simplified(words.slice(0, 2))) ||
      /本报|记者|本刊/.test(words) ||
      reportIn(text, sentence, known)
    )
      break;
    if (/\s$/.test(text.slice(Math.max(0, sentence.start - 1), sentence.start))) break;
    if (asks && !QUESTION_END.test(words)) break;
    if (!asks && !FIRST_PERSON.test(words.replace(QUOTED, ''))) continue;
    end = sentence.end;
    isVoice = !asks;
  }
  return { ...report, end, isVoice };
}

/** Whether a sentence opens as another voice may. */
function isNewVoice(words: string): boolean {
  const opening = simplified(words.slice(0, 20));
  return STANCE.test(opening) || ANSWER.test(opening) || POSITION.test(opening);
}

/** Whether words begin in the first person. */
export function opensInFirstPerson(words: string): boolean {
  const [sentence] = sentencesIn(words, { start: 0, end: Math.min(words.length, 200) });
  const first = sentence ? words.slice(sentence.start, sentence.end) : '';
  return FIRST_PERSON.test(first.replace(QUOTED, '').slice(0, 20));
}

/** Whether words quote what somebody says, and not only a term: a sentence or a clause of one, or nothing but a quotation. */
export function quotesSpeech(words: string): boolean {
  const quotations = Array.from(words.matchAll(QUOTED), ([quotation]) => quotation);
  return quotations.some((quotation) => /[。！？!?，,；;…]/.test(quotation) || quotation === words.trim());
}

/** Whether words end as a question does, or ask somebody to speak. */
export function endsAsQuestion(words: string): boolean {
  const end = words.trimEnd();
  if (QUESTION_END.test(end)) return true;
  const last =
    simplified(end.slice(-60))
      .split(/[。！!]/)
      .filter((sentence) => sentence !== '')
      .at(-1) ?? '';
  return /[请想].{0,30}(?:谈谈|说说|讲讲|聊聊|分享|介绍|回答|发言|评论|解释|谈一谈|说一说|讲一讲|聊一聊|介绍一下)|^有请/.test(
    last,
  );
}
