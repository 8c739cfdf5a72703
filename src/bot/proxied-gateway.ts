import http, { type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, Socket } from 'node:net';
import { connect } from 'node:tls';
import { type ProxySettings, proxyFor } from './proxy.ts';
import { tunnelThrough } from './tunnel.ts';

/** How a connection is opened: at once, or later through the callback. */
type CreateConnection = NonNullable<RequestOptions['createConnection']>;

/**
 * Leads websockets of this process through the proxy of the settings. @discordjs/ws gives the `ws` package neither an
 * agent nor a way to connect, and ws connects by itself, without the global agent. So the one function that it asks for
 * its connection is replaced, for websockets only. All other requests are sent as before.
 * @returns what puts it back
 */
export function leadGatewayThroughProxy(settings: ProxySettings): () => void {
  const restore = [replaceRequest(http, 'ws:', settings), replaceRequest(https, 'wss:', settings)];
  return () => {
    for (const put of restore) put();
  };
}

function replaceRequest(
  module: Pick<typeof http, 'request'>,
  protocol: 'ws:' | 'wss:',
  settings: ProxySettings,
): () => void {
  const { request } = module;
  const replaced = (...args: unknown[]): unknown => {
    const [options, ...rest] = args;
    if (!isWebSocket(options)) return Reflect.apply(request, module, args);
    const createConnection = throughProxy(options, protocol, settings);
    return Reflect.apply(request, module, [
      { ...options, ...(createConnection && { createConnection }) },
      ...rest,
    ]);
  };
  Object.assign(module, { request: replaced });
  return () => void Object.assign(module, { request });
}

function isWebSocket(options: unknown): options is RequestOptions {
  const { agent, headers } = Object(options) as RequestOptions;
  return !agent && Object(headers).Upgrade === 'websocket';
}

function throughProxy(
  { host, port }: RequestOptions,
  protocol: 'ws:' | 'wss:',
  settings: ProxySettings,
): CreateConnection | undefined {
  const name = host ?? '';
  const address = new URL(`${protocol}//${isIP(name) === 6 ? `[${name}]` : name}:${port}`);
  const proxy = proxyFor(address, settings);
  if (!proxy) return undefined;
  return (_, done) => {
    tunnelThrough(proxy, name, Number(port)).then(
      (socket) =>
        done(null, protocol === 'wss:' ? connect({ socket, servername: isIP(name) ? '' : name }) : socket),
      (error: Error) => done(error, new Socket()),
    );
    return undefined;
  };
}
