import { apiGuild, apiUser } from './api-objects.ts';
import { missingAccess } from './refusals.ts';
import { ok, type Route } from './rest.ts';
import type { World } from './world.ts';

/** Where the gateway is, as Discord tells a bot. */
export function gatewayBot(url: string, shards = 1) {
  const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  return { url, shards, session_start_limit: limit };
}

/** The gateway's address, the bot's own user, its application and its servers. */
export function applicationRoutes(
  world: World,
  { gatewayUrl, shards }: { gatewayUrl: () => string; shards: number },
): Route[] {
  return [
    { method: 'GET', path: '/gateway', authorized: false, handle: () => ok({ url: gatewayUrl() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () => ok(gatewayBot(gatewayUrl(), shards)),
    },
    { method: 'GET', path: '/users/@me', handle: () => ok(apiUser(world.bot)) },
    {
      method: 'GET',
      path: '/guilds/:guild',
      handle: ({ params }) => {
        const guild = world.guilds.get(params.guild ?? '');
        if (!guild?.hasBot) throw missingAccess();
        return ok(apiGuild(world, guild));
      },
    },
    { method: 'GET', path: '/applications/@me', handle: () => ok(application(world)) },
    { method: 'GET', path: '/oauth2/applications/@me', handle: () => ok(application(world)) },
  ];
}

const application = (world: World) => ({
  id: world.applicationId,
  name: world.bot.name,
  icon: null,
  description: '',
  summary: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  team: null,
  integration_types_config: { 0: {}, 1: {} },
  bot: apiUser(world.bot),
});
