import { describe, expect, it, onTestFinished } from 'vitest';
import { isPost } from '../discord/requests.ts';
import { visibleText } from '../discord/stand-in.ts';
import { DAY, type DigestWorldOptions, HOUR, MINUTE, startDigestWorld } from './digest-world.ts';

const YEAR = 365 * DAY;
const isQuestionOfTime = ({ path }: { path: string }) => path === '/gateway';

async function started(options: DigestWorldOptions = {}) {
  const world = await startDigestWorld({ timing: { waits: [1] }, ...options });
  onTestFinished(() => world.close());
  const said = (words: string) => world.log.filter((line) => line.includes(words)).length;
  return { ...world, said };
}

describe('a digest, when the clock of the machine', () => {
  it.each([
    ['a year ahead', YEAR],
    ['a year behind', -YEAR],
    ['two hours ahead', 2 * HOUR],
  ])('was %s for a minute, is posted as usual, once for each date', async (_, wrong) => {
    const world = await started();
    await world.start();
    await world.pass(HOUR);
    await world.setWrong(wrong);
    await world.pass(MINUTE);
    expect(world.posts()).toHaveLength(1);
    expect(world.said('The clock of this machine shows')).toBe(1);
    await world.setWrong(0);
    expect(world.said('is right again')).toBe(1);
    for (let day = 0; day < 3; day++) await world.pass(DAY);
    const dates = world.posts().map((post) => /\d{4}-\d\d-\d\d/.exec(visibleText(post))?.[0]);
    expect(dates).toEqual(['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12']);
    expect((await world.store.active())[0]?.trouble).toBeNull();
  });

  it('was a year ahead for a minute and nothing could tell, is not silent for a year', async () => {
    const world = await started({ isTrusted: true });
    await world.start();
    await world.pass(HOUR);
    await world.setWrong(YEAR);
    await world.setWrong(0);
    expect(world.said('The clock was set back')).toBe(1);
    const before = world.posts().length;
    for (let day = 0; day < 3; day++) await world.pass(DAY);
    expect(world.posts()).toHaveLength(before + 3);
  });

  it('was a year behind at the start, is posted as soon as it is right', async () => {
    const world = await started({ startsWrongBy: -YEAR });
    expect(world.said('The clock of this machine shows')).toBe(1);
    await world.setWrong(0);
    await world.start();
    await world.pass(HOUR);
    expect(world.posts()).toHaveLength(1);
  });

  it.each([
    ['ahead', YEAR],
    ['behind', -YEAR],
  ])('was a year %s while it was set up, is due when it says', async (_, wrong) => {
    const world = await started();
    await world.setWrong(wrong);
    expect(await world.start()).toContain(`<t:${(world.clock.now() + HOUR) / 1000}:F>`);
    await world.setWrong(0);
    await world.pass(MINUTE);
    expect(world.posts()).toEqual([]);
    await world.pass(HOUR - MINUTE);
    expect(world.posts()).toHaveLength(1);
    expect((await world.store.active())[0]?.trouble).toBeNull();
  });

  it('was a year ahead, is due as usual though it was set up before anybody noticed', async () => {
    const world = await started();
    await world.start();
    const [digest] = await world.store.active();
    if (!digest) throw new Error('There is none.');
    await world.store.change({ ...digest, since: new Date(world.clock.now() + YEAR) });
    await world.pass(HOUR);
    await world.pass(DAY);
    expect(world.posts()).toHaveLength(1);
  });

  it('was a year ahead for the bot that had its database before, is posted as usual', async () => {
    const world = await started();
    await world.start();
    const [digest] = await world.store.active();
    if (!digest) throw new Error('There is none.');
    await world.store.skip({
      digest: digest.key,
      occasion: '2027-03-09',
      channel: digest.channel,
      due: new Date(world.clock.now() + YEAR),
    });
    await world.pass(HOUR);
    await world.pass(DAY);
    expect(world.posts()).toHaveLength(1);
  });

  it('was set a year behind a moment before it was set up, is due when it says, and not at once', async () => {
    const world = await started();
    world.clock.advance(2 * HOUR);
    await world.setWrong(0);
    world.setWrongUnnoticed(-YEAR);
    await world.start();
    await world.setWrong(0);
    expect(world.posts()).toEqual([]);
    expect((await world.store.active())[0]?.trouble).toBeNull();
    await world.pass(23 * HOUR);
    expect(world.posts()).toHaveLength(1);
  });

  it('is a year ahead, is not forgotten after it was stopped', async () => {
    const world = await started();
    await world.start();
    await world.pass(HOUR);
    const [digest] = await world.store.active();
    await world.digest('stop');
    await world.setWrong(YEAR);
    await world.setWrong(0);
    expect(await world.store.hasPostFor(digest?.key ?? '', '2026-03-09')).toBe(true);
  });

  it('was set, waits until Discord can be asked for the time', async () => {
    const world = await started();
    await world.start();
    const mend = world.standIn.fault((request) => (isQuestionOfTime(request) ? { drop: true } : undefined));
    await world.pass(HOUR);
    expect(world.posts()).toEqual([]);
    expect(world.said('cannot be asked for the time')).toBeGreaterThan(0);
    mend();
    await world.pass(MINUTE);
    expect(world.posts()).toHaveLength(1);
  });

  it('cannot be compared with that of Discord at the start, waits for that once and not at each step', async () => {
    const world = await started();
    world.standIn.fault((request) => (isQuestionOfTime(request) ? { drop: true } : undefined));
    const asked = () => world.standIn.requests.filter(isQuestionOfTime).length;
    const before = asked();
    const { scheduler } = await world.second();
    for (let count = 0; count < 3; count++) await scheduler?.tick();
    expect(asked() - before).toBe(1);
  });

  it('is right, but not that of a proxy, is posted as soon as somebody uses the bot', async () => {
    const world = await started({ start: Date.now() });
    const date = 'Thu, 01 Jan 1970 00:00:00 GMT';
    world.standIn.fault((request) =>
      isQuestionOfTime(request) ? { status: 200, headers: { date }, body: {} } : undefined,
    );
    await world.setWrong(2 * HOUR);
    await world.setWrong(0);
    expect(world.said('The clock of this machine shows')).toBe(1);
    expect(world.said('is right again')).toBe(0);
    await world.start();
    expect(world.said('is right again')).toBe(1);
    expect(await world.digest('now')).toContain('https://');
    // It was set up now, not at the time of the proxy: no earlier post is due.
    const [digest] = await world.store.active();
    expect(digest?.since.getTime()).toBe(world.clock.now());
  });

  it('is right, does not ask Discord at every check', async () => {
    const world = await started();
    const asked = () => world.standIn.requests.filter(isQuestionOfTime).length;
    const before = asked();
    for (let minute = 0; minute < 5; minute++) await world.pass(MINUTE);
    expect(asked()).toBe(before);
  });

  it('turns wrong while it is being sent, is sent once it is right', async () => {
    const world = await started();
    await world.start();
    let left = 1;
    world.standIn.fault((request) => {
      if (!isPost(request) || left-- === 0) return undefined;
      void world.setWrong(YEAR);
      return { status: 503 };
    });
    const passed = world.pass(HOUR);
    await expect.poll(() => world.said('The clock of this machine shows'), { interval: 5 }).toBe(1);
    await world.setWrong(0);
    await passed;
    expect(world.posts()).toHaveLength(1);
    expect((await world.store.active())[0]?.trouble?.kind).not.toBe('missed');
  });
});
