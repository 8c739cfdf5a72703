import { parse } from 'discord-markdown-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryOf } from '../../src/core/library.ts';
import { attributeSteps } from '../../src/core/transcript/attribute.ts';
import { parseTranscript } from '../../src/core/transcript/parse.ts';
import { problemsIn } from '../../src/core/transcript/problem.ts';
import { MESSAGE_TEXT } from '../../src/render/limits.ts';
import { atOnce } from '../at-once.ts';
import { everyComponent } from '../discord/components.ts';
import { type Guild, type Message, type User, visibleText } from '../discord/stand-in.ts';
import { contextOf } from '../fixtures.ts';
import { FORBIDDEN, SHORTCODE } from '../hostile-text.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

const attribute = atOnce(attributeSteps);

const HOSTILE = [
  '@everyone 桥梁 @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '```js\n桥梁\n``` `桥梁` ||桥梁|| **桥梁** __桥梁__ ~~桥梁~~',
  '[桥梁](https://evil.example/桥梁) https://evil.example <https://evil.example>',
  '# 桥梁',
  '> 桥梁',
  '- 桥梁',
  '1. 桥梁',
  '桥梁 \u202Eneerg\u202C \u200F\u2067桥梁\u2069',
  `桥梁 ${'😀'.repeat(145)}`,
  '\\*桥梁\\* \\',
  '</ask:123456789012345678> <t:1700000000:R> <a:wave:123456789012345678> <id:customize>',
  '桥梁 \u0000\u0007\u001B[31m \uD800',
  ':100: 桥梁 :us: 10:smile:20 discord.gg/abc',
  '桥梁 \u{E0064}\u{E0069}\u{E0065} a\u200Bb\u2060\u00ADc\u200D\u200Cd \uFFF9\u{1F3F4}\u{E0064}\u{E007F}',
];

/** A seminar whose every text attacks the message that quotes it; one sentence has 40,000 characters. */
function hostileLibrary() {
  const paragraphs = [
    ...HOSTILE.map((text) => text.replaceAll('\n', ' ')),
    `隧道${'||长'.repeat(13_000)}`,
    `钢材。${'很好*_`。'.repeat(900)}`,
  ];
  const name = `${'*'.repeat(39)}@everyone${'_'.repeat(31)}`;
  const head = `---
title: { en: "**@everyone**", zh-CN: "**@everyone**", zh-TW: "**@everyone**" }
date: 2024-05-01
organiser: { en: x, zh-CN: x, zh-TW: x }
language: zh-CN
source: { file: source.txt, lines: 1-${paragraphs.length} }
speakers:
  - name: "${name}"
    names: { zh-CN: "||李||", zh-TW: "||李||" }
    role: { en: "@here", zh-CN: "桥梁", zh-TW: "桥梁" }
---
`;
  const segments = paragraphs.map((text, at) => {
    const line = at + 1;
    return `### p${line} | line ${line} | ${name} | labelled\n- label: ${name}:\n\n\\${text}\n`;
  });
  const source = paragraphs.map((text) => `${name}:${text}`).join('\n');
  const files = { id: 'hostile', sourceFile: 'source.txt' };
  const problems = problemsIn('transcript.md');
  const parsed = parseTranscript(`${head}\n${segments.join('\n')}`, problems);
  const transcript = parsed && attribute(parsed, source, files, problems);
  if (!transcript) throw new Error(JSON.stringify(problems.errors));
  return libraryOf([transcript]);
}

interface Node {
  type: string;
  content?: string | Node[];
}

/** Every kind of node in a text as Discord parses it: mentions, links, spoilers, code … */
function kindsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ type, content }) => [type, ...(Array.isArray(content) ? kindsOf(content) : [])]);
}

describe('hostile text in Discord', () => {
  let world: BotWorld;
  let guild: Guild;
  let user: User;

  beforeAll(async () => {
    world = await startBotWorld({ context: contextOf(hostileLibrary()) });
    guild = world.standIn.addGuild();
    user = world.standIn.addUser({ name: 'Mallory' });
  });
  afterAll(() => world.close());

  const ask = (question: string): Promise<Message> =>
    world.standIn.invoke({ command: 'ask', options: { question }, user, guild }).reply();

  /** Text as Discord would show it: what follows a backslash is shown and means nothing. */
  const unescaped = (message: Message) => visibleText(message).replace(/\\[\s\S]/g, '·');

  it.each(HOSTILE)('answers %j without harm', async (question) => {
    const message = await ask(question.slice(0, 300));
    const text = unescaped(message);
    expect(message.pings).toEqual({ users: [], roles: [], everyone: false });
    expect(text).not.toMatch(/@everyone|@here|<[@#a-z/]/i);
    expect(text).not.toMatch(SHORTCODE);
    expect(text).not.toMatch(/discord\.gg\//);
    expect(text.replaceAll('@\u200B', '@')).not.toMatch(FORBIDDEN);
    expect(text).not.toMatch(/```|\|\||~~|__|\]\(|https?:\/\//);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F]/u);
    expect(visibleText(message).length).toBeLessThanOrEqual(MESSAGE_TEXT + 'Remove'.length + 10);
  });

  it.each(HOSTILE)(
    "means nothing but bold, quotation and small print to Discord's own grammar: %j",
    async (question) => {
      const { components } = await ask(question.slice(0, 300));
      const contents = everyComponent(components).flatMap(({ component }) => component.content ?? []);
      expect(contents.length).toBeGreaterThan(0);
      const kinds = contents.flatMap((content) => kindsOf(parse(content, 'extended') as Node[]));
      const meant = ['text', 'br', 'newline', 'twemoji', 'strong', 'blockQuote', 'subtext'];
      expect([...new Set(kinds)].filter((kind) => !meant.includes(kind))).toEqual([]);
    },
  );

  it.each([
    ['compare', { question: '桥梁' }],
    ['speakers', {}],
    ['speakers', { speaker: 'everyone' }],
    ['about', {}],
    ['transcript', {}],
    ...Array.from(
      { length: HOSTILE.length + 2 },
      (_, at) => ['transcript', { from: String(at + 1) }] as const,
    ),
    ...HOSTILE.map((from) => ['transcript', { from: from.slice(0, 80) }] as const),
    ...HOSTILE.map((seminar) => ['transcript', { seminar }] as const),
  ] as const)('keeps /%s %j harmless and within a message', async (command, options) => {
    const message = await world.standIn.invoke({ command, options, user, guild }).reply();
    expect(message.pings).toEqual({ users: [], roles: [], everyone: false });
    const contents = everyComponent(message.components).flatMap(({ component }) => component.content ?? []);
    expect(contents.join('').length).toBeLessThanOrEqual(MESSAGE_TEXT);
    const kinds = contents.flatMap((content) => kindsOf(parse(content, 'extended') as Node[]));
    const meant = ['text', 'br', 'newline', 'twemoji', 'strong', 'blockQuote', 'subtext'];
    expect([...new Set(kinds)].filter((kind) => !meant.includes(kind))).toEqual([]);
  });

  it('cuts a sentence that fits no message, and says so', async () => {
    const text = visibleText(await ask('隧道'));
    expect(text).toContain('…');
  });

  it('cuts a long passage at sentence ends and marks the cut', async () => {
    const message = await ask('钢材');
    expect(visibleText(message)).toMatch(/。 \[…\]/);
  });
});
