import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { fieldsOf } from '../error-fields.ts';
import { ProxyError, withoutBrackets } from './proxy.ts';

/** A proxy has so long to connect us. Discord's gateway and REST are given no longer by discord.js. */
const CONNECT_MS = 15_000;

/**
 * Opens a connection through a proxy, with HTTP's CONNECT: what goes through it is between us and the target.
 * https://www.rfc-editor.org/rfc/rfc9110#name-connect
 * @param proxy its address, with the name and password that it asks for
 * @throws ProxyError if the proxy cannot be reached or refuses
 */
export function tunnelThrough(proxy: URL, host: string, port: number): Promise<Socket> {
  const bare = withoutBrackets(host);
  const target = `${bare.includes(':') ? `[${bare}]` : bare}:${port}`;
  return new Promise((resolve, reject) => {
    const request = (proxy.protocol === 'https:' ? https : http).request({
      method: 'CONNECT',
      host: withoutBrackets(proxy.hostname),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      path: target,
      headers: { host: target, ...credentialsOf(proxy) },
      agent: false,
      timeout: CONNECT_MS,
    });
    request.once('connect', ({ statusCode = 0 }, socket, first) => {
      if (statusCode === 200) {
        socket.setTimeout(0);
        if (first.length > 0) socket.unshift(first);
        resolve(socket);
      } else {
        socket.destroy();
        reject(refused(proxy, target, statusCode));
      }
    });
    request.once('timeout', () => request.destroy(new Error(`no answer within ${CONNECT_MS / 1000} s`)));
    request.once('error', (error) => reject(unreachable(proxy, error)));
    request.end();
  });
}

function credentialsOf({ username, password }: URL): { 'proxy-authorization'?: string } {
  if (username === '' && password === '') return {};
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return { 'proxy-authorization': `Basic ${credentials}` };
}

/** A part of an address; as it is, if what looks like an escape in it is none. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function refused(proxy: URL, target: string, status: number): ProxyError {
  const { protocol, host, username } = proxy;
  if (status !== 407) {
    return new ProxyError(
      `The proxy ${host} refuses a connection to ${target} (${status}). Ask whoever runs it to allow that, or correct HTTPS_PROXY, HTTP_PROXY or NO_PROXY.`,
    );
  }
  const remedy =
    username === ''
      ? `asks for a name and a password (407). Write them into the proxy's address: ${protocol}//NAME:PASSWORD@${host}`
      : 'does not accept the name and password in its address (407). Correct them';
  return new ProxyError(`The proxy ${host} ${remedy} in HTTPS_PROXY or HTTP_PROXY.`);
}

function unreachable({ host }: URL, error: Error): ProxyError {
  const reason = fieldsOf(error).code ?? error.message;
  return new ProxyError(
    `The proxy ${host} cannot be reached (${reason}). Check HTTPS_PROXY or HTTP_PROXY and the network, or remove it.`,
    { cause: error },
  );
}
