import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { register } from '../../src/bot/registration.ts';
import { checkConfig } from '../../src/config.ts';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { digestsIn } from '../../src/store/digests.ts';
import { storeIn } from '../../src/store/store.ts';
import { type RunningProgram, startProgram } from '../bot/bot-process.ts';
import { corpusFolder, WITH_LONG_ANSWER } from '../corpus-folder.ts';
import { isPost } from '../discord/requests.ts';
import {
  type Channel,
  type Guild,
  managerPermissions,
  manualClock,
  permissions,
  type StandIn,
  startStandIn,
  type User,
} from '../discord/stand-in.ts';
import { temporaryFolder } from '../store/temporary.ts';

/** `npm run test:crash` asks for 200. */
const KILLS = Number(process.env.ROSTRUM_KILLS ?? 4);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When the process is killed. */
const STEPS = ['claimed', 'at the door', 'carried out', 'answered', 'at any moment'] as const;
type Step = (typeof STEPS)[number];

/** The time of day in Greenwich so many milliseconds from now, HH:MM. */
const timeOfDay = (fromNowMs: number) => new Date(Date.now() + fromNowMs).toISOString().slice(11, 16);

describe('a bot that is killed while it posts', () => {
  let standIn: StandIn;
  let guild: Guild;
  let manager: User;
  let environment: Record<string, string>;
  let bot: RunningProgram | undefined;
  let log = '';
  // Discord's clock runs like ours, and jumps when the test lets time pass.
  const jumps = manualClock(0);
  const clock = { now: () => Date.now() + jumps.now() };

  beforeAll(async () => {
    standIn = await startStandIn({ clock });
    guild = standIn.addGuild();
    manager = standIn.addUser({ name: 'Ada' });
  });
  afterAll(async () => {
    await end();
    await standIn.close();
  });

  function launch(): void {
    bot = startProgram(environment);
  }

  /** Lets a bot look for what is due: the one that runs, since somebody changes the other digest, or a new one. */
  function lookForDue(): void {
    if (bot) {
      standIn.invoke({
        command: 'digest start',
        options: {
          id: '1',
          channel: guild.channels[0]?.id ?? '',
          time: timeOfDay(12 * HOUR),
          timezone: 'UTC',
        },
        user: manager,
        guild,
        memberPermissions: managerPermissions,
      });
    } else {
      launch();
    }
  }

  /** How many messages the bot has posted that are not replies. */
  const posts = () => standIn.sentByBot.filter(({ interaction }) => !interaction).length;

  /** Kills the process as a power cut would, and waits until it is gone. */
  async function end(): Promise<void> {
    bot?.child.kill('SIGKILL');
    const ended = await bot?.ended;
    log += ended?.output ?? '';
    bot = undefined;
  }

  /** Lets the process post the one digest that is due, and kills it at a step of that. */
  async function killAt(step: Step, openPosts: () => Promise<number>): Promise<void> {
    const sent = posts();
    const isPosted = () => posts() > sent;
    if (step === 'at the door') {
      const hold = standIn.hold(isPost);
      lookForDue();
      await hold.arrived();
      await end();
      return hold.release({ drop: true });
    }
    if (step === 'carried out') {
      const takeAway = standIn.fault((request) =>
        isPost(request) ? { afterMs: 2000, after: 'drop' } : undefined,
      );
      lookForDue();
      await standIn.until(
        () => (standIn.requests.findLast(isPost)?.handled && isPosted() ? true : undefined),
        'the message',
      );
      await end();
      return takeAway();
    }
    if (step === 'at any moment') {
      await end();
      launch();
      await sleep(300 + Math.random() * 900);
      return end();
    }
    lookForDue();
    if (step === 'claimed') while ((await openPosts()) === 0) await sleep(1);
    else await standIn.until(() => (isPosted() ? true : undefined), 'it');
    await end();
  }

  it(
    `loses nothing in channels that it may read, and posts nothing twice, in ${KILLS} kills`,
    async () => {
      const folder = temporaryFolder();
      environment = {
        DISCORD_TOKEN: standIn.token,
        DISCORD_API_URL: standIn.api,
        CORPUS_DIR: corpusFolder(WITH_LONG_ANSWER).folder,
        DATA_DIR: folder,
      };
      await register(commands, checkConfig(environment));
      const opened = storeIn(folder);
      const store = digestsIn(opened);
      const digest = (key: string, channel: string, time: string) => ({
        ...EVERYTHING,
        key,
        server: guild.id,
        channel,
        time,
        zone: 'UTC',
        days: '1234567',
        language: 'en' as const,
        since: new Date(Date.now() - 10 * MINUTE),
      });
      await store.add(digest('other000', guild.channels[0]?.id ?? '', timeOfDay(12 * HOUR)), 1);
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
          digest(`crash${String(kill).padStart(3, '0')}`, channel.id, timeOfDay(-2 * MINUTE)),
          KILLS + 1,
        );
        await killAt(step, async () => (await store.openPosts()).length);
        if (isForgotten) {
          // Ten minutes pass: Discord forgets its nonces, and the bot finds its claim ten minutes old.
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
        const last = (await store.active()).at(-1);
        const occasion = new Date(Date.now() - 2 * MINUTE).toISOString().slice(0, 10);
        await expect
          .poll(
            async () =>
              last && (await store.hasPostFor(last.key, occasion)) && (await store.openPosts()).length === 0,
            {
              timeout: 30_000,
              interval: 20,
            },
          )
          .toBe(true);
      }
      await end();
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
      // Where it may not read, it gives up only a post that was interrupted and is old by now, and reports that.
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
