import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { WebSocketServer } from 'ws';
import { type StandIn, startStandIn } from '../discord/stand-in.ts';
import { type RunningProgram, startProgram } from './bot-process.ts';

/** How long a test waits for the bot to get somewhere, and how often it looks, in milliseconds. */
export const PATIENCE = { timeout: 30_000, interval: 10 };

const closing: (() => Promise<unknown>)[] = [];

/** Ends everything that a test has started here; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

/** Starts a program as `startProgram` does. */
export function started(...args: Parameters<typeof startProgram>): RunningProgram {
  const program = startProgram(...args);
  closing.push(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
  });
  return program;
}

/** Starts a server that stands where Discord should be; its address, and how many connections it has had. */
async function listen(server: Server): Promise<{ api: string; connections: () => number }> {
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    closing.push(async () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => server.close());
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    connections: () => connections,
  };
}

/** Takes connections and never says anything. */
export const blackHole = () => listen(createServer(() => {}));

/** Says where the gateway is, which takes connections and never says hello. */
export async function silentGateway() {
  const http = createHttpServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        url: `ws://${request.headers.host}/gateway`,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
      }),
    );
  });
  const gateway = new WebSocketServer({ server: http });
  let connected = 0;
  gateway.on('connection', () => {
    connected += 1;
  });
  const { api } = await listen(http);
  return { api, connections: () => connected };
}

/** A stand-in for Discord. */
export async function standInForDiscord(options?: Parameters<typeof startStandIn>[0]): Promise<StandIn> {
  const standIn = await startStandIn(options);
  closing.push(() => standIn.close());
  return standIn;
}
