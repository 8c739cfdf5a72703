import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Unread } from '../../commands/command.ts';
import type { TroubleKind } from '../../src/core/digest/digest.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import type { PlaceUnit } from '../../src/core/transcript/source.ts';
import { BASES, hasSpeaker } from '../../src/core/transcript/transcript.ts';
import type { ChannelPermission } from '../../src/digest/service.ts';
import type { LeftOutReason } from '../../src/formats/format.ts';
import type { MessageKey } from '../../src/messages/en.ts';
import { messageKeys } from './all-texts.ts';

/** All that is not itself a text. */
const code = ['src', 'commands']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((file) => file.endsWith('.ts') && !/\b(en|zh-CN|zh-TW)\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const TROUBLES: Record<TroubleKind, true> = {
  'channel-gone': true,
  permissions: true,
  missed: true,
  unconfirmed: true,
  unreachable: true,
  refused: true,
  empty: true,
};
const PERMISSIONS: Record<ChannelPermission, true> = {
  ViewChannel: true,
  SendMessages: true,
  SendMessagesInThreads: true,
  ReadMessageHistory: true,
};

const UNITS: Record<PlaceUnit, true> = { line: true, paragraph: true, part: true };

const LEFT_OUT: Record<LeftOutReason, true> = {
  heading: true,
  'page-head': true,
  credit: true,
  list: true,
  note: true,
  time: true,
  command: true,
};

const UNREAD: Record<Unread, true> = { attachment: true, sticker: true, voice: true };

/** What the code puts behind a beginning, as in `attribution.${basis}`. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  attribution: BASES,
  basis: BASES,
  about: BASES,
  'speakers.basis': BASES.filter(hasSpeaker),
  language: LOCALES,
  permission: Object.keys(PERMISSIONS),
  trouble: Object.keys(TROUBLES),
  button: ['more', 'back'],
  unread: Object.keys(UNREAD),
  'import.place': Object.keys(UNITS),
  'import.reason': Object.keys(LEFT_OUT),
  place: Object.keys(UNITS).flatMap((unit) => [unit, `${unit}.source`]),
};

const written = new Set(Array.from(code.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g), ([, key = '']) => key));
const beginnings = new Set(Array.from(code.matchAll(/key: `([\w.-]+)\.\$\{/g), ([, each = '']) => each));
const composed = [...beginnings].flatMap((each) =>
  (ENDINGS[each] ?? []).map((ending) => `${each}.${ending}`),
);

describe('the keys', () => {
  it('are put together in ways that are known here', () => {
    expect([...beginnings].filter((each) => !(each in ENDINGS))).toEqual([]);
    expect(composed.filter((key) => !messageKeys.includes(key as MessageKey))).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set([...written, ...composed]);
    expect(messageKeys.filter((key) => !used.has(key))).toEqual([]);
  });
});
