import { BlockList, isIP } from 'node:net';
import type { Config } from '../config.ts';

/** The settings that say which proxy to use. */
export type ProxySettings = Pick<Config, 'HTTPS_PROXY' | 'HTTP_PROXY' | 'NO_PROXY'>;

/** A proxy that lets no connection through, in words for the person who runs the bot; never with its password. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
}

/**
 * The proxy for an address, as curl chooses it: HTTPS_PROXY for https and wss, HTTP_PROXY for http and ws, and none for
 * hosts in NO_PROXY. https://everything.curl.dev/usingcurl/proxies/env.html
 * @returns undefined if the address is reached without a proxy
 */
export function proxyFor(
  { protocol, hostname, port }: URL,
  { HTTPS_PROXY, HTTP_PROXY, NO_PROXY = '' }: ProxySettings,
): URL | undefined {
  const isSecure = protocol === 'https:' || protocol === 'wss:';
  const proxy = isSecure ? HTTPS_PROXY : HTTP_PROXY;
  if (!proxy) return undefined;
  const host = withoutBrackets(hostname.toLowerCase()).replace(/\.$/, '');
  const number = port || (isSecure ? '443' : '80');
  const exceptions = NO_PROXY.toLowerCase().split(/[\s,]+/);
  return exceptions.some((exception) => isMeant(host, number, exception)) ? undefined : proxy;
}

/** A host's name or address, in a URL's brackets or not, without them. */
export function withoutBrackets(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

/** Whether an entry of NO_PROXY means a host: by its name or a domain above it, an address, or a range of addresses. */
function isMeant(host: string, port: string, exception: string): boolean {
  if (exception === '') return false;
  if (exception === '*') return true;
  if (exception.includes('/')) return isInRange(host, exception);
  const [, name = '', onlyPort] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(exception) ?? [undefined, exception];
  if (onlyPort !== undefined && onlyPort !== port) return false;
  const domain = withoutBrackets(name)
    .replace(/^\*?\./, '')
    .replace(/\.$/, '');
  if (domain === '') return false;
  return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`));
}

/** Whether an address is in a range such as 10.0.0.0/8. */
function isInRange(host: string, range: string): boolean {
  const [network = '', bits = ''] = range.split('/');
  const family = isIP(withoutBrackets(network));
  const length = Number(bits);
  if (family === 0 || isIP(host) !== family || !/^\d+$/.test(bits)) return false;
  if (length > (family === 4 ? 32 : 128)) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(withoutBrackets(network), length, type);
  return list.check(host, type);
}
