import { createHash } from 'node:crypto';
import { HIDDEN_SIGNS } from '../language/text.ts';
import type { Segment, Transcript } from '../transcript/transcript.ts';
import type { Passage } from './passages.ts';

/** The most characters of a proposed name: the longest role and name of the first seminar together have 52. */
export const PROPOSAL_LENGTH = 80;
/** The most characters of a reason: a few sentences; who has more to say can talk to the curator. */
export const REASON_LENGTH = 500;

/** What a person reports as attributed wrongly. It says nothing of who reported it. */
export interface Correction {
  /** The passage's id: seminar, slash, segment, and a number where the segment is cut. */
  passage: string;
  /** The source line, from 1. */
  line: number;
  /** How the passage was attributed then, as a heading of the transcript has it: `Jo Lee | inferred`, `unknown`. */
  attribution: string;
  /** Of the whole transcript then. */
  revision: string;
  /** When it was reported, in UTC, as ISO 8601 writes it, to the second. */
  time: string;
  /** Who it should be; null for nobody named. */
  proposal: string | null;
  reason: string;
}

/** What a person wrote into the form. */
export interface Proposed {
  speaker: string;
  reason: string;
}

/** Why a report cannot be taken as it is. */
export type CorrectionFault = 'speaker-long' | 'reason-missing' | 'reason-long' | 'signs';

/** Makes a report of what was written, or says what is wrong with it. Line breaks become spaces. */
export function correctionOf(
  passage: Passage,
  { speaker, reason }: Proposed,
  now: Date,
): Correction | CorrectionFault {
  const proposal = oneLine(speaker);
  const why = oneLine(reason);
  if ([proposal, why].some((text) => text.search(HIDDEN_SIGNS) >= 0)) return 'signs';
  if (lengthOf(proposal) > PROPOSAL_LENGTH) return 'speaker-long';
  if (why === '') return 'reason-missing';
  if (lengthOf(why) > REASON_LENGTH) return 'reason-long';
  return {
    passage: passage.id,
    line: passage.line,
    attribution: attributionText(passage.segment),
    revision: revisionOf(passage.transcript),
    // To the second: more would only help to find out who reported it.
    time: `${now.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`,
    proposal: proposal === '' ? null : proposal,
    reason: why,
  };
}

/** A segment's speaker and basis, as the heading of the transcript has them. */
export function attributionText({ speaker, basis }: Pick<Segment, 'speaker' | 'basis'>): string {
  return speaker ? `${speaker.name} | ${basis}` : basis;
}

/** Tells two states of a transcript apart: a mark of what every segment says, and who is said to say it. */
export function revisionOf({ segments }: Pick<Transcript, 'segments'>): string {
  const said = segments.map(({ id, speaker, basis, text }) => [id, speaker?.name ?? null, basis, text]);
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 16);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** In characters, as Discord's own form counts them. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
