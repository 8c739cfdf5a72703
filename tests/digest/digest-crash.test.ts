import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { digestsIn } from '../../src/store/digests.ts';
import { storeIn } from '../../src/store/store.ts';
import {
  type Channel,
  type Guild,
  manualClock,
  permissions,
  type StandIn,
  startStandIn,
} from '../discord/stand-in.ts';
import { temporaryFolder } from '../store/temporary.ts';

/** `npm run test:crash` asks for 200. */
const KILLS = Number(process.env.ROSTRUM_KILLS ?? 10);
const MINUTE = 60_000;

/** When the process is killed. */
const STEPS = ['claimed', 'at the door', 'carried out', 'answered', 'at any moment'] as const;
type Step = (typeof STEPS)[number];

const isPost = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path.endsWith('/messages');

describe('a bot that is killed while it posts', () => {
  let standIn: StandIn;
  let guild: Guild;
  let folder: string;
  let bot: ChildProcess | undefined;
  let log = '';
  // Discord's clock goes as ours does, and jumps where a test lets time pass.
  const jumps = manualClock(0);
  const clock = { now: () => Date.now() + jumps.now() };

  beforeAll(async () => {
    standIn = await startStandIn({ clock });
    guild = standIn.addGuild();
  });
  afterAll(async () => {
    await end();
    await standIn.close();
  });

  function launch(): void {
    bot = spawn(process.execPath, ['dist/src/main.js'], {
      env: {
        PATH: process.env.PATH ?? '',
        DISCORD_TOKEN: standIn.token,
        DISCORD_API_URL: standIn.api,
        DATA_DIR: folder,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    bot.stderr?.on('data', (chunk) => {
      log += chunk;
    });
  }

  /** Kills the process as a power cut would, and waits until it is gone. */
  async function end(): Promise<void> {
    if (!bot || bot.exitCode !== null || bot.signalCode !== null) return;
    const gone = once(bot, 'close');
    bot.kill('SIGKILL');
    await gone;
  }

  /** Starts the process and kills it at a step of the one post that is due. */
  async function killAt(step: Step, openPosts: () => Promise<number>): Promise<void> {
    const sent = standIn.sentByBot.length;
    if (step === 'at the door') {
      const hold = standIn.hold(isPost);
      launch();
      await hold.arrived();
      await end();
      return hold.release({ drop: true });
    }
    if (step === 'carried out') {
      const takeAway = standIn.fault((request) =>
        isPost(request) ? { afterMs: 2000, after: 'drop' } : undefined,
      );
      launch();
      await standIn.until(
        () =>
          standIn.requests.findLast(isPost)?.handled && standIn.sentByBot.length > sent ? true : undefined,
        'the deed',
      );
      await end();
      return takeAway();
    }
    launch();
    if (step === 'claimed') while ((await openPosts()) === 0) await sleep(1);
    if (step === 'answered')
      await standIn.until(() => (standIn.sentByBot.length > sent ? true : undefined), 'it');
    if (step === 'at any moment') await sleep(300 + Math.random() * 900);
    await end();
  }

  it(
    `loses nothing where it may read the channel, and posts nothing twice, in ${KILLS} kills`,
    async () => {
      folder = temporaryFolder();
      const opened = storeIn(folder);
      const store = digestsIn(opened);
      const readable: Channel[] = [];
      const unreadable: Channel[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const step = STEPS[kill % STEPS.length] ?? 'claimed';
        const mayRead = Math.floor(kill / STEPS.length) % 2 === 0;
        const isForgotten = Math.floor(kill / (2 * STEPS.length)) % 2 === (kill % 3 === 0 ? 0 : 1);
        const channel = standIn.addChannel(guild, {
          name: `${kill}: ${step}`,
          ...(!mayRead && { appPermissions: permissions.viewChannel | permissions.sendMessages }),
        });
        (mayRead ? readable : unreadable).push(channel);
        await store.add(
          {
            ...EVERYTHING,
            key: `crash${String(kill).padStart(3, '0')}`,
            server: guild.id,
            channel: channel.id,
            time: new Date(Date.now() - 2 * MINUTE).toISOString().slice(11, 16),
            zone: 'UTC',
            days: '1234567',
            language: 'en',
            since: new Date(Date.now() - 10 * MINUTE),
          },
          KILLS,
        );
        await killAt(step, async () => (await store.openPosts()).length);
        if (isForgotten) {
          // Ten minutes pass: Discord forgets its nonces, and to the bot its claim is as old.
          jumps.advance(10 * MINUTE);
          await opened.use((connection) =>
            connection
              .prepare(
                `UPDATE posts SET sent_since = sent_since - ${10 * MINUTE}, held_until = held_until - ${10 * MINUTE}
               WHERE state = 'claimed'`,
              )
              .run(),
          );
        }
        launch();
        const digest = (await store.active()).at(-1);
        const occasion = new Date(Date.now() - 2 * MINUTE).toISOString().slice(0, 10);
        await expect
          .poll(
            async () =>
              digest &&
              (await store.hasPostFor(digest.key, occasion)) &&
              (await store.openPosts()).length === 0,
            {
              timeout: 30_000,
              interval: 5,
            },
          )
          .toBe(true);
        await end();
      }
      const digests = await store.active();
      opened.close();

      const count = (channel: Channel) => standIn.messagesIn(channel).length;
      const places = (channels: Channel[], wrong: (posts: number) => boolean) =>
        channels
          .filter((channel) => wrong(count(channel)))
          .map((channel) => `${channel.name} (${count(channel)})`);
      expect(
        places(readable, (posts) => posts !== 1),
        log,
      ).toEqual([]);
      expect(
        places(unreadable, (posts) => posts > 1),
        log,
      ).toEqual([]);
      // Where it may not look, only a post that was interrupted and is old by now is given up, and that is told.
      const lost = unreadable.filter((channel) => count(channel) === 0).map(({ id }) => id);
      const told = digests
        .filter(({ trouble }) => trouble?.kind === 'unconfirmed')
        .map((digest) => digest.channel);
      expect(
        lost.filter((id) => !told.includes(id)),
        log,
      ).toEqual([]);
    },
    KILLS * 20_000,
  );
});
