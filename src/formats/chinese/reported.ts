import { comparable, isPersonalName } from './names.ts';
import {
  ANSWER,
  ASKER,
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

/** A stretch in which the writer tells what somebody says. */
export interface Report extends Stretch {
  /** The subject, as printed, without what they are. */
  name: string;
  /** Whether the verb is one that writers use, and speakers hardly of one another. */
  isWritten: boolean;
  /** Whether the report has become their own voice: we, I. */
  isVoice: boolean;
}

/** As far into a sentence as its subject may reach, in characters. */
const LONGEST_SUBJECT = 30;
const ACCORDING = /^(?:据|據|按照|根据|根據)/;
const IN_THE_EYES = /^在(?<name>[^，,。]{2,30}?)看[来來][，,]/;
const QUOTED = /“[^“”]*”|「[^「」]*」/g;
/** Words of a subject, and then a verb of saying, with nothing between. */
const REPORTING_SOON =
  /^[^，,。：:；;？?！!“”「」\s]{2,20}?(?:表示|指出|认为|强调|透露|介绍|坦言|解释|回应|直言|告诉|说|称)/;
const QUESTION_END = /[?？][”」』]?$/;

/** The sentences of a stretch. A quotation stays whole. */
export function sentencesIn(text: string, { start, end }: Stretch): Stretch[] {
  const found: Stretch[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < end; at++) {
    const sign = text.charAt(at);
    if (/[“「『]/.test(sign)) depth++;
    else if (/[”」』]/.test(sign)) depth = Math.max(0, depth - 1);
    const isEnd = /[。！？!?]/.test(sign) || (/[”」』]/.test(sign) && /[。！？!?]/.test(text.charAt(at - 1)));
    if (!isEnd || depth > 0 || /[。！？!?”」』]/.test(text.charAt(at + 1))) continue;
    if (isQuoteBefore(text, from, at, end)) continue;
    const white = /^\s{0,8}/.exec(text.slice(at + 1, at + 9))?.[0].length ?? 0;
    found.push({ start: from, end: at + 1 });
    from = at + 1 + white;
    at += white;
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
export function reportIn(text: string, sentence: Stretch, known: ReadonlySet<string>): Report | null {
  const whole = text.slice(sentence.start, sentence.end);
  const quote = /^[“「][^“”「」]*[”」][，,]?/.exec(whole)?.[0] ?? '';
  const rest = whole.slice(quote.length);
  const eyes = IN_THE_EYES.exec(rest)?.groups?.name;
  if (eyes !== undefined) {
    const name = subjectOf(eyes, known);
    return name === null ? null : { ...sentence, name, isWritten: true, isVoice: false };
  }
  const before = ACCORDING.exec(rest)?.[0].length ?? 0;
  const limit = Math.min(rest.length, before + LONGEST_SUBJECT);
  for (let at = before + 2; at < limit; at++) {
    if (/[，,。：:；;]/.test(rest.charAt(at - 1))) return null;
    const verb = simplified(rest.slice(at, at + 12));
    const mark = REPORTS.exec(verb)?.groups?.mark;
    if (mark === undefined && !(quote !== '' && REPORTS.test(verb))) continue;
    const name = subjectOf(rest.slice(before, at), known);
    if (name !== null) return { ...sentence, name, isWritten: WRITTEN_VERB.test(verb), isVoice: false };
  }
  return null;
}

/** The name in the subject of a sentence: a known one, or one that what they are introduces; null if there is none. */
function subjectOf(subject: string, known: ReadonlySet<string>): string | null {
  const trimmed = subject.trim();
  if (trimmed === '' || /[，,。；;？?！!“”]/.test(trimmed)) return null;
  if (known.has(comparable(trimmed))) return trimmed;
  for (let at = 1; at < trimmed.length - 1; at++) {
    const name = trimmed.slice(at);
    if (!TITLE_AFTER.test(simplified(trimmed.slice(0, at)))) continue;
    if (known.has(comparable(name)) || isPersonalName(name)) return name;
  }
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
  known: ReadonlySet<string>,
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
export function isNewVoice(words: string): boolean {
  const opening = simplified(words.slice(0, 20));
  return STANCE.test(opening) || ANSWER.test(opening) || POSITION.test(opening);
}

/** Whether words begin in the first person. */
export function opensInFirstPerson(words: string): boolean {
  const [sentence] = sentencesIn(words, { start: 0, end: Math.min(words.length, 200) });
  const first = sentence ? words.slice(sentence.start, sentence.end) : '';
  return FIRST_PERSON.test(first.replace(QUOTED, '').slice(0, 20));
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
