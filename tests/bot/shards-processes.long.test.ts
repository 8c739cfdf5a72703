import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { register } from '../../src/bot/registration.ts';
import { checkConfig } from '../../src/config.ts';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { digestsIn } from '../../src/store/digests.ts';
import { storeIn } from '../../src/store/store.ts';
import { closeCodes } from '../discord/gateway.ts';
import { type Guild, type StandIn, startStandIn, visibleText } from '../discord/stand-in.ts';
import { PATIENCE } from '../patience.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { type RunningProgram, startProgram } from './bot-process.ts';

const MINUTE = 60_000;
/** Starts the shards without the pause of `npm start`. */
const WITHOUT_PAUSE = 'dist/tests/bot/shard-manager.js';

describe('a bot of two shards', () => {
  let standIn: StandIn;
  let manager: RunningProgram | undefined;
  const log = () => manager?.output() ?? '';

  beforeEach(async () => {
    standIn = await startStandIn({ shards: 2 });
  });
  afterEach(async () => {
    manager?.child.kill('SIGTERM');
    await manager?.ended;
    await standIn.close();
  });

  /** The built program, as `SHARDS=N npm start` runs it, or another one; its exit status. */
  async function launch(environment: Record<string, string>, program?: string): Promise<number | null> {
    const connection = { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api };
    manager = startProgram({ ...connection, ...environment }, program);
    return (await manager.ended).status;
  }

  /** Servers of the shards 0 and 1: "shard_id = (guild_id >> 22) % num_shards". */
  function serversOfEach(): [Guild, Guild] {
    const base = BigInt(standIn.addUser({ name: 'Somebody' }).id) >> 22n;
    const of = (shard: bigint) => standIn.addGuild({ id: String((base - (base % 2n) + shard) << 22n) });
    return [of(0n), of(1n)];
  }

  const connected = (count: number) =>
    standIn.until(() => (standIn.gateway.sessions.length === count ? true : undefined), `${count} shards`);

  /** The events of the log, as objects. */
  const events = () =>
    log()
      .split('\n')
      .flatMap((line) =>
        line.startsWith('{')
          ? [JSON.parse(line) as { msg: string; shard?: number; server?: string; pid?: number }]
          : [],
      );

  it('answers in each, posts each digest once, and leaves in order', async () => {
    const servers = serversOfEach();
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const digests = digestsIn(store);
    for (const [at, server] of servers.entries()) {
      await digests.add(
        {
          ...EVERYTHING,
          key: `shards0${at}`,
          server: server.id,
          channel: server.channels[0]?.id ?? '',
          time: new Date(Date.now() - 2 * MINUTE).toISOString().slice(11, 16),
          zone: 'UTC',
          days: '1234567',
          language: 'en',
          since: new Date(Date.now() - 10 * MINUTE),
        },
        1,
      );
    }
    await register(commands, checkConfig({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api }));
    const ended = launch({ DATA_DIR: folder }, WITHOUT_PAUSE);
    await connected(2);
    // Without the pause, the second one may be the first to connect.
    expect(standIn.gateway.identifies.map(({ shard }) => shard).sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const user = standIn.addUser({ name: 'Ada' });
    for (const guild of servers) {
      const reply = await standIn
        .invoke({ command: 'ask', options: { question: '钢桥耐用吗?' }, user, guild })
        .reply();
      expect(visibleText(reply)).toContain('Jo Lee');
    }
    await expect
      .poll(() => events().filter(({ msg }) => msg === 'A digest was posted.').length, PATIENCE)
      .toBe(2);
    manager?.child.kill('SIGTERM');
    expect(await ended, log()).toBe(0);
    expect(standIn.gateway.sessions).toEqual([]);
    expect(log()).not.toContain('Another bot runs');
    for (const { channels } of servers) {
      const posts = channels
        .flatMap((channel) => standIn.messagesIn(channel))
        .filter((each) => !each.interaction);
      expect(posts).toHaveLength(1);
    }
    const posted = events().filter(({ msg }) => msg === 'A digest was posted.');
    expect(posted.map(({ shard, server }) => [shard, server]).sort()).toEqual(
      servers.map(({ id }, shard) => [shard, id]),
    );
    expect(await digests.active()).toHaveLength(2);
    store.close();
  });

  it('starts a shard again after it died, and its shards end when the manager is killed', async () => {
    const ended = launch({ DATA_DIR: temporaryFolder() }, WITHOUT_PAUSE);
    await connected(2);
    await expect
      .poll(() => events().filter(({ msg }) => msg.startsWith('Connected')).length, PATIENCE)
      .toBe(2);
    const pid = events().find((event) => event.pid && event.shard === 1)?.pid;
    if (pid === undefined) throw new Error(`The log names no process: ${log()}`);
    process.kill(pid, 'SIGKILL');
    await standIn.until(
      () => (standIn.gateway.identifies.length === 3 ? true : undefined),
      'the shard to come again',
    );
    expect(standIn.gateway.identifies[2]?.shard).toEqual([1, 2]);
    const connections = () => standIn.gateway.sessions.filter(({ socket }) => socket !== null).length;
    await standIn.until(() => (connections() === 2 ? true : undefined), 'both to be connected');
    manager?.child.kill('SIGKILL');
    await standIn.until(() => (connections() === 0 ? true : undefined), 'both to leave');
    // The log is closed when the last one that writes to it has ended.
    await ended;
    expect(log()).not.toContain('ERR_IPC_CHANNEL_CLOSED');
  });

  it('ends with status 1 if a shard cannot start', async () => {
    const ended = launch({ SHARDS: '2', DISCORD_TOKEN: 'wrong' });
    expect(await ended).toBe(1);
    const words = log()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('{'));
    expect(words).toEqual([expect.stringContaining('Discord does not accept DISCORD_TOKEN')]);
  });

  it.each([
    ['as the shards identify', false],
    ['after they were connected', true],
  ])('ends with status 1 and the remedy if Discord closes for good %s', async (_name, isLater) => {
    if (!isLater) standIn.gateway.refusesWith = closeCodes.shardingRequired;
    const ended = launch({ DATA_DIR: temporaryFolder() }, WITHOUT_PAUSE);
    if (isLater) {
      await connected(2);
      await expect
        .poll(() => events().filter(({ msg }) => msg.startsWith('Connected')).length, PATIENCE)
        .toBe(2);
      standIn.gateway.refusesWith = closeCodes.shardingRequired;
      standIn.gateway.closeForGood(closeCodes.shardingRequired);
    }
    expect(await ended, log()).toBe(1);
    expect(log()).toContain(
      'Sharding is required: the bot is in too many servers for so few connections. Set SHARDS=auto',
    );
    expect(log()).not.toContain('[object Object]');
  });

  it('says in one line that Discord is out of reach when it asks for the number of shards', async () => {
    const nowhere = standIn.api;
    await standIn.close();
    expect(await launch({ SHARDS: 'auto', DISCORD_API_URL: nowhere })).toBe(1);
    expect(log().trim().split('\n')).toHaveLength(1);
    expect(log()).toContain(`cannot be reached at ${nowhere}`);
    standIn = await startStandIn();
  });

  it('is one process if one shard is enough', async () => {
    await standIn.close();
    standIn = await startStandIn({ shards: 1 });
    const ended = launch({ SHARDS: 'auto', DATA_DIR: temporaryFolder() });
    await connected(1);
    expect(standIn.gateway.identifies.map(({ shard }) => shard)).toEqual([[0, 1]]);
    await expect.poll(() => events().some(({ msg }) => msg.startsWith('Connected')), PATIENCE).toBe(true);
    manager?.child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
