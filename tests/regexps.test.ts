import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { regexpsIn } from './regexps.ts';

/**
 * Why matching can take more than a time that grows with the text: parts that take the same signs from one another,
 * or a repetition that is tried again from each of its own signs.
 */
function faultsOf(regexp: RegExp): string[] {
  return analyse(regexp).reports.map(({ type, exponential }) =>
    exponential ? `${type}, exponential` : type,
  );
}

describe('the search for regular expressions in code', () => {
  it.each([
    ["text.replace(/[/]/g, '')", ['/[/]/g']],
    ['const half = a / b / c;', []],
    ['(a) / b / (c)', []],
    ['a[0] / b /c', []],
    ['// a /b/ c\n/* /d/ */ const e = /f/u;', ['/f/u']],
    ['const text = \'a /b/ c\' + "/d/";', []],
    ['`/a/ §{text.split(/b/)} /c/ §{`§{/d/}`} /e/`; /f/.test(x)', ['/b/', '/d/', '/f/']],
    ['({ a: { b: /c/ }, d: `§{{ e: /f/ }}` })', ['/c/', '/f/']],
    ['return /a\\/b/.test(text);', ['/a\\/b/']],
    ['if (!/a/.test(b) && /c/.test(d))', ['/a/', '/c/']],
  ])('sees those in %j, where § is a dollar', (code, found) => {
    expect(regexpsIn(code.replaceAll('§', '$')).map(String)).toEqual(found);
  });
});

describe('the search for slow regular expressions', () => {
  it.each([/^### +(.+?) *$/, /\d+(?:a|b)/, /\S*$/, /(a+)+b/, /\s+$/])('sees that %s is one', (regexp) => {
    expect(faultsOf(regexp)).not.toEqual([]);
  });
});

describe('every regular expression takes a time that grows with the text, and no more', () => {
  const files = ['src', 'commands'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  const found = files.flatMap((file) =>
    regexpsIn(readFileSync(file, 'utf8')).map((regexp) => [file, regexp] as const),
  );

  it('and there are those that we know', () => {
    expect(found.length).toBeGreaterThan(100);
    expect(found.map(([file]) => file)).toEqual(
      expect.arrayContaining([
        'src/core/indexing/answer-kinds.ts',
        'src/core/language/text.ts',
        'src/render/markdown.ts',
      ]),
    );
  });

  it.each(found)('in %s: %s', (_, regexp) => {
    expect(faultsOf(regexp)).toEqual([]);
  });
});

describe('so does every one that is put together', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('of surnames, terms, turns of phrase, follow-ups and options', async () => {
    const made: RegExp[] = [];
    const construct = (target: typeof RegExp, args: [string, string?]) => {
      const regexp = Reflect.construct(target, args);
      made.push(regexp);
      return regexp;
    };
    vi.stubGlobal('RegExp', new Proxy(RegExp, { construct }));
    vi.resetModules();
    const { bridges } = await import('./fixtures.ts');
    const { readCommandLine } = await import('../src/cli/command-line.ts');
    await import('../commands/follow-up.ts');
    await import('../src/core/language/small-talk.ts');
    const context = bridges();
    context.library.findNames('What does Ida say to Jo?');
    readCommandLine('/ask question:a speaker:b', context.commands);
    vi.unstubAllGlobals();

    const sources = made.map(({ source }) => source);
    for (const part of ['moe', '怎么看待', 'question|问题', '董事长', '前后文', '胡说八道'])
      expect(sources.join('\n')).toContain(part);
    expect(made.flatMap((regexp) => faultsOf(regexp).map((fault) => `${regexp}: ${fault}`))).toEqual([]);
  });
});
