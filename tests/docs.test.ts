import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSlash } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { main as ask } from '../src/cli/ask.ts';
import { main as digest } from '../src/cli/digest.ts';
import { attributeSteps } from '../src/core/transcript/attribute.ts';
import { parseTranscript } from '../src/core/transcript/parse.ts';
import { problemsIn } from '../src/core/transcript/problem.ts';
import { CONTAINERS } from '../src/formats/index.ts';
import { draftOf } from '../src/importing/draft-of.ts';
import { recordingOf } from '../src/importing/recognise.ts';
import { transcriptText } from '../src/importing/transcript-text.ts';
import { atOnce } from './at-once.ts';
import { runHere } from './programs.ts';

const attribute = atOnce(attributeSteps);

const readme = readFileSync('README.md', 'utf8');
const corpusReadme = readFileSync('corpus/README.md', 'utf8');

/** The fenced block below `<!-- example: name -->`. */
function example(document: string, name: string): string {
  const found = new RegExp(`<!-- example: ${name} -->\n\`\`\`\\w*\n([\\s\\S]*?)\`\`\``).exec(document)?.[1];
  if (found === undefined) throw new Error(`There is no example "${name}".`);
  return found;
}

describe('README.md', () => {
  it.each(['ask', 'refuse', 'digest'])('shows what the command really prints: %s', async (name) => {
    const [prompt = '', ...printed] = example(readme, name).split('\n');
    const [, program = '', typed = ''] = /^\$ npm run --silent (\w+) -- (.*)$/.exec(prompt) ?? [];
    const options = Array.from(
      typed.matchAll(/"([^"]*)"|(\S+)/g),
      ([, quoted, word]) => quoted ?? word ?? '',
    );
    const main = { ask, digest }[program];
    if (!main) throw new Error(`There is no program "${program}".`);
    const { stdout } = await runHere(main, options, { env: { LANG: 'en_US.UTF-8' } });
    expect(stdout.trimEnd()).toBe(printed.join('\n').trimEnd());
  });

  it('lists every command with its options', () => {
    for (const { name, options } of commands.filter(isSlash)) {
      const usage = [
        `/${name}`,
        ...options.map((option) => `${option.name}${option.required ? '' : '?'}`),
      ].join(' ');
      expect(readme).toContain(`| \`${usage}\` |`);
    }
  });

  it('lists no command that is not there', () => {
    const listed = Array.from(readme.matchAll(/^\| `\/(\w+)/gm), ([, name]) => name);
    expect(listed).toEqual(commands.filter(isSlash).map(({ name }) => name));
    const inMenus = Array.from(readme.matchAll(/^\| \*\*([^*]+)\*\*, in the menu/gm), ([, name]) => name);
    expect(inMenus).toEqual(commands.filter((command) => !isSlash(command)).map(({ name }) => name));
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = Array.from(readme.matchAll(/npm run (?:--silent )?([\w:]+)/g), ([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('describes every setting of .env.example', () => {
    const keys = Array.from(
      readFileSync('.env.example', 'utf8').matchAll(/^(\w+)=/gm),
      ([, key]) => key ?? '',
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !readme.includes(`| \`${key}\` |`))).toEqual([]);
  });
});

describe('the headings to which programs refer', () => {
  it.each([
    ['README.md', readme, 'Settings'],
    ['corpus/README.md', corpusReadme, 'How to correct an attribution'],
  ])('are there: %s', (_, document, heading) => {
    expect(document).toContain(`\n## ${heading}\n`);
  });
});

describe('corpus/README.md', () => {
  it('shows a transcript that is sound', () => {
    const files = { id: 'bridges', sourceFile: 'source.txt' };
    const problems = problemsIn('transcript.md');
    const parsed = parseTranscript(example(corpusReadme, 'transcript.md'), problems);
    const transcript = parsed && attribute(parsed, example(corpusReadme, 'source.txt'), files, problems);
    expect(problems.errors).toEqual([]);
    expect(transcript?.segments.map(({ basis }) => basis)).toEqual([
      'labelled',
      'inferred',
      'editorial',
      'inferred',
      'unknown',
    ]);
  });

  it('shows what the importer makes of a file', async () => {
    const text = example(corpusReadme, 'meeting.vtt');
    const recording = await recordingOf({ bytes: Buffer.from(text), text });
    const file = { name: 'meeting.vtt', stored: 'source.vtt', encoding: null };
    const written = transcriptText(draftOf(recording, {}, file).draft);
    const withoutComments = written.replace(/^#(?!##).*\n/gm, '');
    expect(withoutComments.trimEnd()).toBe(example(corpusReadme, 'imported').trimEnd());
  });

  it('lists every format that a transcript can name', () => {
    const [, listed = ''] = corpusReadme.split('\n### Formats\n');
    // These read a file as one of the others, or refuse it.
    const named = CONTAINERS.map(({ id }) => id).filter((id) => id !== 'json' && id !== 'other');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !listed.includes(`\`${id}\``))).toEqual([]);
  });
});
