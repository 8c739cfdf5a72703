import { isDeepStrictEqual } from 'node:util';
import type { Steps } from '../core/steps.ts';
import type { Segment, Speaker, Transcript } from '../core/transcript/transcript.ts';

/**
 * Puts the transcripts that there were before in place of new ones that say the same, so that what was made of them is
 * not made again. Pauses often.
 * @returns as many transcripts, in the same order
 */
export function* sameTranscriptSteps(
  transcripts: readonly Transcript[],
  before: readonly Transcript[],
): Steps<Transcript[]> {
  const earlier = new Map(before.map((transcript) => [transcript.id, transcript]));
  const found: Transcript[] = [];
  for (const transcript of transcripts) {
    const other = earlier.get(transcript.id);
    found.push(other && (yield* isSameSteps(transcript, other)) ? other : transcript);
    yield;
  }
  return found;
}

/** So many segments are compared before a pause. */
const SEGMENTS_TOGETHER = 50;

function* isSameSteps(one: Transcript, other: Transcript): Steps<boolean> {
  const { segments, ...front } = one;
  const { segments: otherSegments, ...otherFront } = other;
  if (segments.length !== otherSegments.length || !isDeepStrictEqual(front, otherFront)) return false;
  yield;
  // One speaker has many segments.
  const same = new Map<Speaker, Speaker>();
  for (const [at, segment] of segments.entries()) {
    if (at % SEGMENTS_TOGETHER === 0) yield;
    if (!isSameSegment(segment, otherSegments[at], same)) return false;
  }
  return true;
}

function isSameSegment(one: Segment, other: Segment | undefined, same: Map<Speaker, Speaker>): boolean {
  if (!other) return false;
  const { speaker, evidence, ...plain } = one;
  const { speaker: otherSpeaker, evidence: otherEvidence, ...otherPlain } = other;
  const isSameSpeaker =
    speaker === otherSpeaker ||
    (speaker &&
      otherSpeaker &&
      (same.get(speaker) === otherSpeaker || isDeepStrictEqual(speaker, otherSpeaker)));
  if (!isSameSpeaker) return false;
  if (speaker && otherSpeaker) same.set(speaker, otherSpeaker);
  const names = Object.keys(plain) as (keyof typeof plain)[];
  return (
    names.length === Object.keys(otherPlain).length &&
    names.every((name) => plain[name] === otherPlain[name]) &&
    (evidence === otherEvidence || isDeepStrictEqual(evidence, otherEvidence))
  );
}
