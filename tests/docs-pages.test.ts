import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rankFor } from '../src/core/answer/ranking.ts';
import { ANSWER_COVERAGE, FURTHER_SHARE } from '../src/core/tuning.ts';
import { corpus } from './fixtures.ts';

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'corpus/README.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (page: string) => readFileSync(page, 'utf8');
/** A page without its examples, in which a `#` is no heading. */
const proseOf = (page: string) => textOf(page).replace(/^```[\s\S]*?^```$/gm, '');

/** The ids that GitHub gives the headings of a page. */
function anchorsOf(page: string): string[] {
  return Array.from(proseOf(page).matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(PAGES)('%s', (page) => {
  it('links to files and headings that are there', () => {
    const links = Array.from(proseOf(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g), ([, link = '']) => link);
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), path));
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names files that are there', () => {
    const named = Array.from(
      proseOf(page).matchAll(/`((?:src|commands|tests|docs|\.ci)\/[\w./-]*)`/g),
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names npm scripts that are there', () => {
    const named = Array.from(
      textOf(page).matchAll(/npm run (?:--silent )?([\w:]+)/g),
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !(name in scripts()))).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  it('lists every npm script', () => {
    const rows =
      textOf('CONTRIBUTING.md')
        .match(/^\| `npm .*$/gm)
        ?.join('\n') ?? '';
    // npm runs `prebuild` before `build`; nobody types it.
    const isHook = (name: string) =>
      /^(?:pre|post)/.test(name) && name.replace(/^(?:pre|post)/, '') in scripts();
    const isListed = (name: string) => new RegExp(`\`npm (?:run )?${name}\``).test(rows);
    expect(Object.keys(scripts()).filter((name) => !isHook(name) && !isListed(name))).toEqual([]);
  });
});

describe('docs/design.md', () => {
  const design = textOf('docs/design.md');

  it('shows how its question is really ranked', async () => {
    const question = /^"(How long .*)"$/m.exec(design)?.[1] ?? '';
    const [, ...shown] =
      /<!-- example: ranking -->\n```text\n([\s\S]*?)\n```/.exec(design)?.[1]?.split('\n') ?? [];
    const library = await corpus();
    const { hits, best } = rankFor(library, { question });
    const ranked = hits.slice(0, 3).map(({ document: { id }, score, coverage }) => {
      const isQuoted = best !== null && coverage >= best.coverage * FURTHER_SHARE;
      const basis = library.passages.get(id)?.basis;
      return [id, score.toFixed(2), coverage.toFixed(2), basis, isQuoted ? 'quoted' : 'left out'];
    });
    expect(shown.map((row) => row.split(/ {2,}/))).toEqual(ranked);
  });

  it('names files of the core that are there', () => {
    const named = Array.from(
      design.matchAll(/[\s`]((?:answer|indexing|search)\/[\w-]+\.ts)/g),
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join('src/core', path)))).toEqual([]);
  });

  it('names files of formats and of the importer that are there', () => {
    const named = Array.from(
      design.matchAll(/[\s`](?:(formats|importing|cli)\/([\w/-]+\.ts)|((?:labels|layouts)\/[\w-]+\.ts))/g),
      ([, room, path, within]) => (within === undefined ? `${room}/${path}` : `formats/${within}`),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join('src', path)))).toEqual([]);
  });

  it('gives the coverage that an answer takes', () => {
    expect(design).toContain(`cover at least ${ANSWER_COVERAGE}?`);
  });
});

function scripts(): Record<string, string> {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
}
