import { attributeSteps } from '../src/core/transcript/attribute.ts';
import { parseTranscript } from '../src/core/transcript/parse.ts';
import { problemsIn } from '../src/core/transcript/problem.ts';
import { type PlaceUnit, type SourcePart, sourceOf } from '../src/core/transcript/source.ts';
import type { Transcript } from '../src/core/transcript/transcript.ts';
import { describeProblems } from '../src/messages/problems/describe.ts';
import { atOnce } from './at-once.ts';

const attribute = atOnce(attributeSteps);

/** What is said, and when it begins in seconds; every second part is Ann's. */
const SAID: readonly [time: number, text: string][] = [
  [5.4, 'Welcome to the evening of tunnels.'],
  [70, 'Tunnels are cheaper than most people think.'],
  [70.8, 'Freezing the ground costs a third of them.'],
  [751.9, 'Water comes in wherever the lining has a joint.'],
  [3723, 'Thank you and good night.'],
];

/** A small seminar with a recording; its second segment goes on over two parts, the third and the fourth. */
export function recordedSeminar({
  recording = 'https://youtu.be/abc',
  unit = 'line',
  timed = true,
}: {
  recording?: string | null;
  unit?: PlaceUnit;
  timed?: boolean;
} = {}): Transcript {
  const parts = SAID.map(([time, text], at): SourcePart => {
    return { place: 3 * at + 4, text, label: null, time: timed ? time : null };
  });
  const segment = (place: number, text: string) => `### p${place} | ${unit} ${place} | unknown\n\n${text}\n`;
  const [welcome = '', cheap = '', frozen = '', water = '', thanks = ''] = SAID.map(([, text]) => text);
  const written = `---
title: An evening on tunnels
date: 2024-06-02
${recording === null ? '' : `recording: ${recording}\n`}source: { file: talk.vtt, format: webvtt }
speakers: []
---

${segment(4, welcome)}
${segment(7, cheap)}
${segment(10, `${frozen} ${water}`)}
${segment(16, thanks)}`;
  const problems = problemsIn('tunnels/transcript.md');
  const parsed = parseTranscript(written, problems);
  const files = { id: 'tunnels', sourceFile: 'tunnels/talk.vtt' };
  const transcript = parsed && attribute(parsed, sourceOf(unit, parts, ' '), files, problems);
  if (!transcript) throw new Error(describeProblems(problems.errors, 'en').join('\n'));
  return transcript;
}
