import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import { main } from '../../src/bot/deploy.ts';
import { type StandIn, startStandIn } from '../discord/stand-in.ts';
import { runHere } from '../programs.ts';

describe('npm run deploy', () => {
  let standIn: StandIn;

  beforeEach(async () => {
    standIn = await startStandIn();
    onTestFinished(() => standIn.close());
  });
  const deploy = (env: NodeJS.ProcessEnv = {}) =>
    runHere(main, [], {
      env: { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api, ...env },
    });

  it('registers the commands, and says which are new', async () => {
    const { status, stdout, stderr } = await deploy();
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Commands everywhere:\n {2}added: .*\/ask/);
    expect(standIn.commands()).toHaveLength(commands.length);
    expect(status).toBe(0);
  });

  it('says in one line that Discord is out of reach', async () => {
    await standIn.close();
    const { status, stdout, stderr } = await deploy();
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`cannot be reached at ${standIn.api}`);
  });
});
