import '../node-version.js';
import { mkdir, writeFile } from 'node:fs/promises';
import { parse } from 'discord-markdown-parser';
import { ask } from '../../commands/ask.ts';
import { type Command, type Context, type Input, isSlash } from '../../commands/command.ts';
import { followUp } from '../../commands/follow-up.ts';
import { readConfig } from '../config.ts';
import { type DigestContent, EVERYTHING } from '../core/digest/digest.ts';
import { eligiblePassages, orderOf, passagesOfDate, seedOf } from '../core/digest/selection.ts';
import { LOCALES, type Locale } from '../core/language/locale.ts';
import { digestPost } from '../digest/post.ts';
import { print, program, runIfMain, start } from '../program.ts';
import {
  type ActionRow,
  ComponentType,
  type Container,
  type DiscordMessage,
  renderMessage,
} from '../render/discord.ts';
import { shownAnswer } from '../render/shown-answer.ts';
import type { Reply } from '../reply/reply.ts';

interface Case {
  title: string;
  /** What a person wrote in the channel to be replied to so. */
  said?(locale: Locale): string;
  isPublic: boolean;
  run(context: Context, locale: Locale): Promise<Reply | undefined>;
}

/** Questions that are understood as more than words to search for, in whichever language. */
const ABOUT_PEOPLE_AND_SEMINARS = [
  'What do Miller and Estevez say about unilateral action?',
  'What did everybody except Miller say about DeepSeek?',
  'What did Miller say about open source?',
  'Who wrote Chip War?',
  'Did Miller say "small yard, high fence"?',
  'Who said "we need more time"?',
  'Was sagte Miller über DeepSeek?',
  'list all speakers',
  'tl;dr',
];

const ABOUT_ACTION = {
  en: 'What did Estevez say about unilateral action?',
  'zh-CN': '埃斯特维兹怎么看单边行动？',
  'zh-TW': '埃斯特維茲怎麼看單邊行動？',
};
/** What people reply to an answer. */
const FOLLOW_UPS = [
  { en: 'and Miller?', 'zh-CN': '那米勒呢？', 'zh-TW': '那米勒呢？' },
  { en: 'who disagrees?', 'zh-CN': '谁不同意？', 'zh-TW': '誰不同意？' },
  { en: 'what about Malaysia?', 'zh-CN': '那马来西亚呢？', 'zh-TW': '那馬來西亞呢？' },
  { en: 'longer', 'zh-CN': '完整', 'zh-TW': '完整' },
  { en: 'source?', 'zh-CN': '出处？', 'zh-TW': '出處？' },
  { en: 'in Chinese', 'zh-CN': '用英文', 'zh-TW': '用英文' },
  { en: 'any more?', 'zh-CN': '还有吗？', 'zh-TW': '還有嗎？' },
] as const;

/** Each command's replies that a person should look at, as they are for a reader of each language. */
const CASES: readonly Case[] = [
  slash('ask', (locale) => ({ question: EXAMPLE[locale] }), true),
  slash('ask', (locale) => ({ question: LONGEST[locale] }), true),
  slash('ask', (locale) => ({ question: UNANSWERED[locale] }), true),
  slash('ask', (locale) => ({ question: CLOSE[locale] }), true),
  slash('ask', (locale) => ({ question: CLOSE[locale], private: true }), true, 'share'),
  slash('ask', () => ({ question: 'G42', speaker: 'Bob' }), false),
  slash('ask', (locale) => ({ question: EXAMPLE[locale] }), false, 'context'),
  slash('ask', (locale) => ({ question: LONGEST[locale] }), true, 'more'),
  slash('ask', (locale) => ({ question: EXAMPLE[locale] }), false, 'words'),
  slash('ask', (locale) => ({ question: EXAMPLE[locale], private: true }), true, 'share'),
  ...ABOUT_PEOPLE_AND_SEMINARS.map((question) => slash('ask', () => ({ question }), true)),
  talk((locale) => [ABOUT_ACTION[locale]]),
  ...FOLLOW_UPS.map((words) => talk((locale) => [ABOUT_ACTION[locale], words[locale]])),
  talk((locale) => [ABOUT_ACTION[locale], FOLLOW_UPS[0][locale], FOLLOW_UPS[1][locale]]),
  slash('quote', () => ({ passage: 'p14', sentences: '3' }), true),
  slash('quote', () => ({ passage: 'p19' }), true),
  slash('quote', () => ({ passage: 'p14', sentences: '99' }), false),
  menu('Find in transcript', (locale) => EXAMPLE[locale]),
  menu('Find in transcript', (locale) => UNANSWERED[locale]),
  menu('Find in transcript', (locale) => CLOSE[locale]),
  menu('Find in transcript', (locale) => CLOSE[locale], 'sharereply'),
  menu('Find in transcript', (locale) => EXAMPLE[locale], 'sharereply'),
  slash('compare', (locale) => ({ question: COMPARED[locale] }), true),
  slash('compare', (locale) => ({ question: UNANSWERED[locale] }), true),
  slash('compare', (locale) => ({ question: CLOSE[locale] }), true),
  slash('speakers', () => ({}), true),
  slash('speakers', () => ({ speaker: 'Nazak Nikakhtar' }), true),
  slash('transcript', () => ({}), true),
  slash('transcript', () => ({ from: '13' }), true),
  slash('transcript', () => ({ from: '99' }), false),
  digest({ ...EVERYTHING, topic: 'DeepSeek' }),
  digest({ ...EVERYTHING, excerpts: 3 }),
  slash('about', () => ({}), true),
  slash('help', () => ({}), false),
];

/** @param button under the reply, if the reply to it is to be shown instead */
function slash(command: string, input: (locale: Locale) => Input, isPublic: boolean, button?: string): Case {
  return {
    title: button ? `/${command}: ${button}` : `/${command}`,
    isPublic,
    run: async (context, locale) => {
      const found = context.commands.filter(isSlash).find(({ name }) => name === command);
      return found && press(found, await found.run(input(locale), context), context, button);
    },
  };
}

function menu(command: string, text: (locale: Locale) => string, button?: string): Case {
  return {
    title: button ? `${command}: ${button}` : command,
    isPublic: button !== undefined,
    run: async (context, locale) => {
      const found = context.commands.find(({ name }) => name === command);
      if (found?.kind !== 'message') return undefined;
      return press(found, await found.run({ id: SOMEBODY, text: text(locale) }, context), context, button);
    },
  };
}

/** What a person says to the bot, and then in reply to each answer; the last answer is shown. */
function talk(said: (locale: Locale) => readonly string[]): Case {
  return {
    title: '@Rostrum',
    isPublic: true,
    said: (locale) => {
      const all = said(locale);
      return `${all.length === 1 ? '@Rostrum ' : ''}${all.at(-1)}`;
    },
    run: async (context, locale) => {
      let last: Reply | undefined;
      for (const words of said(locale)) {
        const earlier = last && shownAnswer(messageOf(last, { locale, isPublic: true }).components);
        const further = earlier && (await followUp(words, earlier, context));
        last = further ?? (await ask({ question: words }, context));
      }
      return last;
    },
  };
}

/** A post of a digest with this content. */
function digest(content: DigestContent): Case {
  return {
    title: `digest: ${content.excerpts}`,
    isPublic: false,
    run: ({ library }, language) => {
      const order = orderOf(content, seedOf(content, library));
      const passages = passagesOfDate(eligiblePassages(library, content), order, DATE);
      return Promise.resolve(digestPost({ passages, date: DATE, language, mark: null }, library));
    },
  };
}

/** The reply to a button under a reply; the reply itself if there is no such button. */
async function press(
  { actions }: Command,
  reply: Reply,
  context: Context,
  button?: string,
): Promise<Reply | undefined> {
  const action = reply.actions?.find(({ name }) => name === button);
  if (!action) return reply;
  const pressed = await actions?.[action.name]?.run(action.args, context, {
    id: SOMEBODY,
    name: 'Ada',
    request: SOMEBODY,
  });
  // A form is filled in, not read: it has no place on this page.
  return pressed && 'fields' in pressed ? undefined : pressed;
}

const DATE = '2026-03-09';
/** An id as Discord's look. */
const SOMEBODY = '100000000000000000';
const EXAMPLE = {
  en: 'What are the two misconceptions behind "small yard, high fence"?',
  'zh-CN': '“小院高墙”是基于哪两个误解？',
  'zh-TW': '「小院高牆」是基於哪兩個誤解？',
};
const COMPARED = {
  en: 'Do export controls work?',
  'zh-CN': '出口管制有效吗？',
  'zh-TW': '出口管制有效嗎？',
};
const LONGEST = {
  en: 'Could the UAE become a frontier AI market?',
  'zh-CN': '阿联酋会成为前沿AI市场吗？',
  'zh-TW': '阿聯酋有沒有可能成為前沿的AI市場？',
};
const UNANSWERED = {
  en: 'How do I knit a sweater?',
  'zh-CN': '怎么织毛衣？',
  'zh-TW': '怎麼織毛衣？',
};
/** To which the transcript comes close. */
const CLOSE = {
  en: 'How long did DeepSeek keep its API closed to foreign users?',
  'zh-CN': 'H800在黑市上现在卖什么价？',
  'zh-TW': '走私晶片被抓到會被關幾年？',
};

const FOLDER = 'dist/preview';

/** Writes a page that shows real replies as Discord draws them on a phone: each command, light and dark, three languages. */
export const main = program({ faultStatus: 1 }, async (_, { stdout, stderr, env }, load) => {
  const warn = (line: string) => print(stderr, line);
  const { context } = await start(readConfig(env, warn), load, warn);
  const sections: string[] = [];
  for (const { title, isPublic, said, run } of CASES) {
    for (const locale of LOCALES) {
      const reply = await run(context, locale);
      if (!reply) continue;
      const { components } = messageOf(reply, { locale, isPublic });
      const drawn = components.map(drawComponent).join('');
      const asked = said === undefined ? '' : `<p><b>Ada</b><br>${escapeHtml(said(locale))}</p>`;
      const messages = ['dark', 'light'].map(
        (theme) =>
          `<div class="message ${theme}">${asked}<b>Rostrum</b> <span class="app">APP</span>${drawn}</div>`,
      );
      sections.push(`<h2>${title}, ${locale}</h2><div class="pair">${messages.join('')}</div>`);
    }
  }
  await mkdir(FOLDER, { recursive: true });
  const file = `${FOLDER}/index.html`;
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><title>Rostrum: replies</title><style>${STYLE}</style>${sections.join('\n')}`,
  );
  print(stdout, `Wrote ${file}; open it in a browser.`);
  return 0;
});

function messageOf(
  reply: Reply,
  { locale, isPublic }: { locale: Locale; isPublic: boolean },
): DiscordMessage {
  return renderMessage(reply, { locale: reply.locale ?? locale, ownerId: SOMEBODY, isPublic });
}

function drawComponent(component: Container | ActionRow): string {
  if (component.type === ComponentType.ActionRow) {
    return `<div class="row">${component.components.map(({ label }) => `<span class="button">${escapeHtml(label)}</span>`).join('')}</div>`;
  }
  const { accent_color: accent } = component;
  const colour = accent?.toString(16).padStart(6, '0');
  const stripe = colour === undefined ? '' : ` style="border-left: 4px solid #${colour}"`;
  return `<div class="container"${stripe}>${component.components.map(drawPart).join('')}</div>`;
}

function drawPart(part: Container['components'][number]): string {
  switch (part.type) {
    case ComponentType.Separator:
      return '<hr>';
    case ComponentType.TextDisplay:
      return `<div>${drawMarkdown(part.content)}</div>`;
    case ComponentType.Section: {
      const texts = part.components.map(({ content }) => `<div>${drawMarkdown(content)}</div>`);
      return `<div class="section"><div>${texts.join('')}</div><span class="button">${escapeHtml(part.accessory.label)}</span></div>`;
    }
  }
}

interface Node {
  type: string;
  content?: string | Node[];
}

/** Discord's Markdown as its own grammar reads it; whatever we did not mean to send is marked in red. */
function drawMarkdown(text: string): string {
  return draw(parse(text, 'extended') as Node[]);
}

function draw(nodes: readonly Node[]): string {
  return nodes
    .map(({ type, content }) => {
      const inner = typeof content === 'string' ? escapeHtml(content) : draw(content ?? []);
      switch (type) {
        case 'text':
          return inner;
        case 'br':
        case 'newline':
          return '<br>';
        case 'strong':
          return `<strong>${inner}</strong>`;
        case 'subtext':
          return `<small>${inner}</small>`;
        case 'blockQuote':
          return `<blockquote>${inner.replace(/(?<!<br>)(?:<br>)+$/, '')}</blockquote>`;
        default:
          return `<mark>${escapeHtml(type)}: ${inner}</mark>`;
      }
    })
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Discord's own colours and sizes, near enough to judge how a reply reads. */
const STYLE = `
body { font: 16px/1.375 "gg sans", "Noto Sans", "Noto Sans CJK SC", Helvetica, Arial, sans-serif; margin: 16px; }
.pair { display: grid; grid-template-columns: 375px 375px; gap: 16px; }
.message { padding: 12px; border-radius: 8px; } p { margin: 0 0 12px; }
.dark { background: #313338; color: #dbdee1; } .light { background: #fff; color: #313338; border: 1px solid #ddd; }
.app { background: #5865f2; color: #fff; font-size: 10px; padding: 1px 4px; border-radius: 3px; vertical-align: middle; }
.container { margin-top: 6px; padding: 12px; border-radius: 8px; border: 1px solid #8884; }
.dark .container { background: #2b2d31; } .light .container { background: #f8f9fa; }
.section { display: flex; justify-content: space-between; gap: 12px; align-items: flex-start; }
hr { border: 0; border-top: 1px solid #8886; margin: 10px 0; }
small { display: block; font-size: 13px; opacity: .75; }
blockquote { margin: 4px 0; padding-left: 12px; border-left: 4px solid #8888; }
.button { display: inline-block; flex: none; margin: 8px 8px 0 0; padding: 6px 16px; border-radius: 8px; font-size: 14px; background: #4e5058; color: #fff; }
.light .button { background: #e3e5e8; color: #313338; }
mark { background: #f00; color: #fff; }`;

await runIfMain(import.meta, main);
