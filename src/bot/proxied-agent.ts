import type { RESTOptions } from 'discord.js';
import type { Config } from '../config.ts';
import { proxyFor } from './proxy.ts';

/**
 * How REST reaches Discord through the proxy of the settings; undefined without one, and then nothing is loaded.
 * undici is the one that discord.js has: an agent of another version would not fit.
 */
export async function proxiedAgent(config: Config): Promise<RESTOptions['agent'] | undefined> {
  const proxy = proxyFor(new URL(config.DISCORD_API_URL), config);
  if (!proxy) return undefined;
  const [{ Agent, buildConnector }, { tunnelThrough }] = await Promise.all([
    import('undici'),
    import('./tunnel.ts'),
  ]);
  const secure = buildConnector({});
  return new Agent({
    connect: (target, callback) => {
      const { hostname, port, protocol } = target;
      const isSecure = protocol === 'https:';
      tunnelThrough(proxy, hostname, Number(port) || (isSecure ? 443 : 80)).then(
        (httpSocket) => (isSecure ? secure({ ...target, httpSocket }, callback) : callback(null, httpSocket)),
        (error: Error) => callback(error, null),
      );
    },
  });
}
