import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../discord/conversation.ts';
import { managerPermissions } from '../discord/permissions.ts';
import { visibleText } from '../discord/stand-in.ts';
import { type DigestWorld, startDigestWorld } from './digest-world.ts';

describe('a bot that was started twice', () => {
  let world: DigestWorld;
  /** How many lines of the logs say that the bot runs twice. */
  let told = 0;

  beforeEach(async ({ onTestFinished }) => {
    told = 0;
    world = await startDigestWorld();
    onTestFinished(() => world.close());
    await world.second();
  });

  function call(subcommand: string, options: Record<string, string> = {}): Conversation {
    return world.standIn.invoke({
      command: `digest ${subcommand}`,
      options,
      user: world.manager,
      guild: world.guild,
      memberPermissions: managerPermissions,
    });
  }

  /** What the caller sees once both bots have dealt with a call. */
  async function settled(conversation: Conversation): Promise<string> {
    const reply = await conversation.reply();
    const lines = () => [...world.log, ...world.secondLog];
    await expect
      .poll(() => lines().filter((line) => line.includes('running twice')).length, { interval: 5 })
      .toBeGreaterThan(told);
    told = lines().filter((line) => line.includes('running twice')).length;
    expect(conversation.followUps).toEqual([]);
    expect(conversation.errors.filter(({ code }) => code !== 40060)).toEqual([]);
    return visibleText(reply);
  }

  const start = () => ({ channel: world.channel.id, time: '13:00', timezone: 'UTC' });

  it('sets up one digest, changes it and stops it once, and the slower one says nothing', async () => {
    for (let round = 1; round <= 3; round++) {
      const id = String(round);
      expect(await settled(call('start', start()))).toContain(`Digest ${id} is set up`);
      expect(await world.store.active()).toHaveLength(1);
      expect(await settled(call('start', { ...start(), id, time: '14:00' }))).toContain(
        `Digest ${id} was changed`,
      );
      expect(await settled(call('stop', { id }))).toContain(`Digest ${id} was stopped`);
      expect(await world.store.active()).toEqual([]);
    }
  });

  it('posts one excerpt now', async () => {
    await settled(call('start', start()));
    for (let posts = 1; posts <= 3; posts++) {
      expect(await settled(call('now'))).toContain('https://');
      expect(world.posts()).toHaveLength(posts);
    }
  });

  it('tells who called, although the one that has nothing to do was first to say that a reply comes', async () => {
    // The third says so at once, whether it is to carry the call out or not.
    await world.second({ deferAfterMs: 0 });
    for (let count = 1; count <= 8; count++)
      expect(visibleText(await call('start', start()).reply())).toContain('is set up');
    expect(await world.store.active()).toHaveLength(8);
  });

  it('takes a command that comes while it still looks for another one', async () => {
    const alone = await startDigestWorld();
    await alone.bot.stop();
    let found: (holder: 'taken') => void = () => {};
    const take = () => new Promise<'taken'>((resolve) => (found = resolve));
    const connecting = alone.second({ lock: { take, release: () => undefined } });
    await alone.standIn.connected();
    expect(await alone.start()).toContain('is set up');
    found('taken');
    await connecting;
    await alone.close();
  });
});
