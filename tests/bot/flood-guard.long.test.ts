import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { floodGuard } from '../../src/bot/flood-guard.ts';
import { type Guild, manualClock, type User, visibleText } from '../discord/stand-in.ts';
import { bridges } from '../fixtures.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

describe('the flood guard, with its own limit,', () => {
  const clock = manualClock(0);
  let world: BotWorld;
  let guild: Guild;

  beforeAll(async () => {
    const flood = floodGuard(() => clock.now());
    world = await startBotWorld({ context: bridges(), connection: { flood } });
    guild = world.standIn.addGuild();
  });
  afterAll(() => world.close());

  const about = async (user: User) =>
    visibleText(await world.standIn.invoke({ command: 'about', user, guild }).reply());

  it('answers 300 interactions of a person within ten seconds, and then asks them to wait', async () => {
    await about(world.standIn.addUser({ name: 'Somebody else' }));
    const user = world.standIn.addUser({ name: 'Flood' });
    for (let at = 0; at < 300; at++) {
      expect(await about(user)).not.toContain('Please wait');
      clock.advance(1);
    }
    expect(await about(user)).toContain('Please wait 10 seconds');
  });
});
