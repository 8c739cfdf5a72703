import type { Steps } from '../../core/steps.ts';
import type { LeftOutReason } from '../format.ts';
import { isCaptionCredit, isCredit, isTranscriptHeading } from './head.ts';
import type { Reading } from './reading.ts';

const PAUSE_EVERY = 200;
/** `[Whereupon, at 1:04 p.m., the hearing was adjourned.]`, `[The prepared statement of Mr. Berg follows:]`. */
const PROCEEDINGS =
  /^[([](?:Whereupon|Recess\b|The (?:prepared|opening|full|complete|following|information|letter|documents?|material|statement|referenced)\b|(?:Mr|Ms|Mrs|Dr)\. [\p{L}’' -]{2,30} prepared statement|Applause from|The (?:hearing|committee|subcommittee|meeting|proceedings) (?:was|were|adjourned|recessed))[^[\]()]{0,400}[\])]\.?$/u;
/** So many lines of captions at each end may say who made them. */
const CREDITED = 3;
/** `1.3 Approval of the minutes`. */
const SECTION = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s{1,4}\p{Lu}[^.!?:]{2,90}$/u;
/** A heading in capitals has so many letters, and at least two words. */
const LEAST_CAPITALS = 12;
/** Where more parts than that are in capitals, all words are. */
const MOST_CAPITALS = 0.2;

/** What is nobody's words wherever it stands: headings, credits, and what a clerk notes in brackets. */
export function* nobodysSteps(
  reading: Reading,
  isKnown: (at: number) => boolean,
): Steps<Map<number, LeftOutReason>> {
  const nobodys = new Map<number, LeftOutReason>();
  const { parts } = reading;
  if (reading.timed) {
    for (const [at, { text }] of parts.entries()) {
      const isAtEnd = at < CREDITED || at >= parts.length - CREDITED;
      if (isAtEnd && !isKnown(at) && isCaptionCredit(text)) nobodys.set(at, 'credit');
    }
    return nobodys;
  }
  const capitals = parts.filter(({ text }) => isInCapitals(text)).length;
  const mayHead = capitals <= parts.length * MOST_CAPITALS;
  for (let at = 0, next = 0; at < parts.length; at = next) {
    if (at % PAUSE_EVERY === 0) yield;
    for (next = at + 1; next < parts.length && !reading.startsGroup(next) && !isKnown(next); ) next++;
    if (isKnown(at)) continue;
    const texts = parts.slice(at, next).map(({ text }) => text);
    const whole = texts.join(' ');
    if (PROCEEDINGS.test(whole)) set(nobodys, at, next, 'note');
    else if (SECTION.test(whole) && reading.startsGroup(at)) set(nobodys, at, next, 'heading');
    else if (mayHead && reading.startsGroup(at) && texts.every(isInCapitals))
      set(nobodys, at, next, 'heading');
    for (let part = at; part < next; part++) {
      const text = parts[part]?.text ?? '';
      if (isCredit(text)) nobodys.set(part, 'credit');
      else if (isTranscriptHeading(text) || reading.setting(part).look?.heading !== undefined) {
        nobodys.set(part, 'heading');
      }
    }
  }
  return nobodys;
}

function set(nobodys: Map<number, LeftOutReason>, from: number, to: number, reason: LeftOutReason): void {
  for (let at = from; at < to; at++) nobodys.set(at, reason);
}

/** `STATEMENT OF MIRA HOLT, CHAIR`: capitals alone, without brackets or the end of a sentence. */
function isInCapitals(printed: string): boolean {
  const text = printed.replace(/^[\s*=–—-]{1,80}|[\s*=–—-]{1,80}$/gu, '');
  if (/\p{Ll}/u.test(text) || /[.!?:…)\]"”’-]$/u.test(text) || text.length > 200) return false;
  return text.replace(/[^\p{Lu}]/gu, '').length >= LEAST_CAPITALS && /\p{Lu}{2}\s/u.test(text);
}
