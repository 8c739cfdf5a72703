import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startProxy } from '../discord/proxy.ts';
import { gatewayBot } from '../discord/routes-application.ts';
import { CERTIFICATE, startSecureFront } from '../discord/secure-front.ts';
import { startStandIn, visibleText } from '../discord/stand-in.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { startProgram } from './bot-process.ts';

it('the bot and npm run deploy reach Discord over TLS through HTTPS_PROXY, and only so', async () => {
  const standIn = await startStandIn();
  const front = await startSecureFront(Number(new URL(standIn.api).port));
  const proxy = await startProxy(front.port, 'ada:secretive');
  onTestFinished(async () => {
    await proxy.close();
    await front.close();
    await standIn.close();
  });
  const body = gatewayBot('wss://gateway.invalid/gateway');
  standIn.fault(({ path }) => (path === '/gateway/bot' ? { after: { status: 200, body } } : undefined));
  const trusted = join(temporaryFolder(), 'certificate.pem');
  writeFileSync(trusted, CERTIFICATE);
  const environment = {
    DISCORD_TOKEN: standIn.token,
    DISCORD_API_URL: 'https://discord.invalid/api',
    HTTPS_PROXY: proxy.url.replace('//', '//ada:secretive@'),
    NODE_EXTRA_CA_CERTS: trusted,
    DATA_DIR: temporaryFolder(),
    LOG_LEVEL: 'debug',
    SHARDS: 'auto',
  };
  const deployed = await startProgram(environment, 'dist/src/bot/deploy.js').ended;
  expect(deployed.status, deployed.output).toBe(0);
  const bot = startProgram(environment);
  await standIn.connected();
  const [guild, user] = [standIn.addGuild(), standIn.addUser({ name: 'Ada' })];
  const options = { question: '钢桥耐用吗?' };
  expect(visibleText(await standIn.invoke({ command: 'ask', options, user, guild }).reply())).toContain(
    'Jo Lee',
  );
  bot.child.kill('SIGTERM');
  const { status, output } = await bot.ended;
  expect(status, output).toBe(0);
  expect(output + deployed.output).not.toContain('secretive');
  expect(new Set(proxy.targets)).toEqual(new Set(['discord.invalid:443', 'gateway.invalid:443']));
});

it('the bot ends with status 1 and one line if the proxy refuses the gateway alone', async () => {
  const standIn = await startStandIn();
  const proxy = await startProxy(Number(new URL(standIn.api).port));
  onTestFinished(async () => {
    await proxy.close();
    await standIn.close();
  });
  standIn.fault(({ path }) => {
    if (path === '/gateway/bot') proxy.status = 403;
    return undefined;
  });
  const { status, output } = await startProgram({
    DISCORD_TOKEN: standIn.token,
    DISCORD_API_URL: standIn.api,
    HTTP_PROXY: proxy.url,
    DATA_DIR: temporaryFolder(),
  }).ended;
  expect(status).toBe(1);
  expect(output.trim().split('\n').at(-1)).toMatch(
    /^The proxy 127\.0\.0\.1:\d+ refuses a connection to .* \(403\)/,
  );
});
