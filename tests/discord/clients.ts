import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { WebSocket } from 'ws';
import type { StandIn } from './stand-in.ts';

// How tests reach a stand-in: through discord.js, by hand over REST, and by hand over the gateway.

/** A bot of discord.js that answers every interaction with `answer`. */
export function botOf(
  standIn: StandIn,
  answer?: (interaction: Interaction) => unknown,
  options: Partial<ClientOptions> = {},
): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: standIn.api, version: '10' },
    ...options,
  });
  client.on(Events.InteractionCreate, (interaction) => answer?.(interaction));
  return client;
}

/** Logs such a bot in; resolves when it is ready. */
export async function connected(
  standIn: StandIn,
  answer?: (interaction: Interaction) => unknown,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = botOf(standIn, answer, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(standIn.token);
  return ready;
}

/** Sends a request, even one that no library would send, with the bot's token. */
export async function request(
  standIn: StandIn,
  method: string,
  path: string,
  body?: unknown,
  authorization = `Bot ${standIn.token}`,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${standIn.api}/v10${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {} };
}

/** A promise, and what settles it. */
export function promiseOf<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

export interface Packet {
  op: number;
  t: string | null;
  s: number | null;
  d: unknown;
}

/** A bare connection to the gateway, which takes what it is sent in order. */
export async function dial(standIn: StandIn) {
  const { body } = await request(standIn, 'GET', '/gateway');
  const socket = new WebSocket(`${body.url}?v=10&encoding=json`);
  const received: Packet[] = [];
  const waiting: ((packet: Packet) => void)[] = [];
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (raw) => {
    const packet: Packet = JSON.parse(raw.toString());
    const take = waiting.shift();
    if (take) take(packet);
    else received.push(packet);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const next = async () => received.shift() ?? new Promise<Packet>((resolve) => waiting.push(resolve));
  const nextOf = async (event: string): Promise<Packet> => {
    const packet = await next();
    return packet.t === event ? packet : nextOf(event);
  };
  return { send: (packet: object) => socket.send(JSON.stringify(packet)), next, nextOf, closed };
}
