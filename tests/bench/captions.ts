import { webvtt } from '../../src/formats/webvtt.ts';

const FEW = 10_000;
const TEN = 10;
/** How often each is read; the fastest counts. */
const TIMES = 3;

/** Prints how long captions take, for so many and ten times as many: as a meeting tool writes them, and as YouTube rolls them. */
export async function benchCaptions(): Promise<void> {
  console.log('Reading captions, the fastest of three:');
  for (const [name, wordsOf] of KINDS) {
    const few = await timeOf(captions(FEW, wordsOf));
    const many = await timeOf(captions(TEN * FEW, wordsOf));
    const times = `${FEW} in ${few.toFixed(0)} ms, ${TEN * FEW} in ${many.toFixed(0)} ms`;
    console.log(`  ${name}  ${times}: ${(many / few).toFixed(1)} times as long`);
  }
}

const KINDS: readonly [string, (at: number) => string][] = [
  ['with voices', (at) => `<v Mira Holt>This is caption &amp; number ${at} of many.</v>`],
  [
    'that roll  ',
    (at) => `line ${at - 1} of all\nline ${at}<00:00:01.000><c> of</c><00:00:01.500><c> all</c>`,
  ],
];

function captions(size: number, wordsOf: (at: number) => string): string {
  const cues = Array.from({ length: size }, (_, at) => `${clock(at)} --> ${clock(at + 1)}\n${wordsOf(at)}\n`);
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function clock(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000`;
}

async function timeOf(text: string): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < TIMES; run++) {
    const start = performance.now();
    await webvtt.read({ bytes: new Uint8Array(), text });
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}
