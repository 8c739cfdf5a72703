import { createHash } from 'node:crypto';
import { hidesSomething } from '../language/visible.ts';
import type { Segment, Transcript } from '../transcript/transcript.ts';
import type { Passage } from './passages.ts';

/** The most characters in a proposed name. The longest role and name in the first seminar have 52 together. */
export const PROPOSAL_LENGTH = 80;
/** The most characters in a reason: a few sentences. Anybody with more to say can talk to the curator. */
export const REASON_LENGTH = 500;

/** A report that a passage is attributed to the wrong person. It says nothing about who reported it. */
export interface Correction {
  /** The id of the passage. */
  passage: string;
  /** The source line, from 1. */
  line: number;
  /** How the passage was attributed at the time, as in a heading of the transcript: `Jo Lee | inferred`, `unknown`. */
  attribution: string;
  /** The revision of the whole transcript at the time, from `revisionOf`. */
  revision: string;
  /** When it was reported: UTC, in ISO 8601, to the second. */
  time: string;
  /** Who the speaker should be; null if the passage should carry no name. */
  proposal: string | null;
  reason: string;
}

/** What a person entered in the form. */
export interface Proposed {
  speaker: string;
  reason: string;
}

/** Why a report is rejected. */
export type CorrectionFault = 'speaker-long' | 'reason-missing' | 'reason-long' | 'signs';

/**
 * Makes a report from what was entered, with line breaks turned into spaces.
 * @returns the report, or what is wrong with the entries
 */
export function correctionOf(
  passage: Passage,
  { speaker, reason }: Proposed,
  now: Date,
): Correction | CorrectionFault {
  const proposal = oneLine(speaker);
  const why = oneLine(reason);
  if ([proposal, why].some(hidesSomething)) return 'signs';
  if (characterCount(proposal) > PROPOSAL_LENGTH) return 'speaker-long';
  if (why === '') return 'reason-missing';
  if (characterCount(why) > REASON_LENGTH) return 'reason-long';
  return {
    passage: passage.id,
    line: passage.line,
    attribution: attributionText(passage.segment),
    revision: revisionOf(passage.transcript),
    // To the second: more precision would only help to find out who reported it.
    time: `${now.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`,
    proposal: proposal === '' ? null : proposal,
    reason: why,
  };
}

/** A segment's speaker and basis, as in its heading of the transcript. */
export function attributionText({ speaker, basis }: Pick<Segment, 'speaker' | 'basis'>): string {
  return speaker ? `${speaker.name} | ${basis}` : basis;
}

/**
 * Identifies a state of a transcript: a hash of what every segment says and to whom it is attributed, 16
 * characters long.
 */
export function revisionOf({ segments }: Pick<Transcript, 'segments'>): string {
  const attributed = segments.map(({ id, speaker, basis, text }) => [id, speaker?.name ?? null, basis, text]);
  return createHash('sha256').update(JSON.stringify(attributed)).digest('base64url').slice(0, 16);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Counts as Discord's form does. */
function characterCount(text: string): number {
  return Array.from(text).length;
}
