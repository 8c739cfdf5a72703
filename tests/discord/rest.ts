import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, FaultFunction } from './faults.ts';
import type { UploadedFile } from './messages.ts';
import { DiscordRefusal, malformedJson, notFound, unauthorized } from './refusals.ts';
import type { RequestRecord } from './request-record.ts';
import type { World } from './world.ts';

export interface RouteRequest {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  files: UploadedFile[];
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Route {
  method: string;
  /** Like `/channels/:channel/messages/:message`. */
  path: string;
  /** False if the token in the path replaces the bot's own. */
  authorized?: boolean;
  handle(request: RouteRequest): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const noContent: Answer = { status: 204 };

/** The REST side: finds the route, checks the token, reads the body, and words every refusal as Discord does. */
export class Rest {
  readonly requests: RequestRecord[] = [];
  readonly faults = new Set<FaultFunction>();
  readonly #world: World;
  readonly #routes: (Route & { pattern: RegExp })[];
  readonly #pendingDelays = new Set<NodeJS.Timeout>();

  constructor(world: World, routes: readonly Route[]) {
    this.#world = world;
    this.#routes = routes.map((route) => ({ ...route, pattern: patternOf(route.path) }));
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const rawPath = url.pathname.replace(/^\/api\/v10(?=\/)/, '');
    const isApi = rawPath !== url.pathname;
    const content = await readAll(request);
    const record: RequestRecord = {
      method: request.method ?? 'GET',
      path: decoded(rawPath),
      query: Object.fromEntries(url.searchParams),
      body: undefined,
      time: this.#world.clock.now(),
      status: 0,
      handled: false,
    };
    this.requests.push(record);
    const body = await readBody(content, request.headers['content-type'] ?? '');
    record.body = body.value;
    this.#world.waiting.changed();
    const fault = await this.#faultFor(record);
    if (fault?.delayMs) await this.#delay(fault.delayMs);
    if (fault?.drop) return void request.socket.destroy();
    let answer = replaced(fault);
    if (!answer) {
      answer = this.#answer(isApi ? rawPath : null, record, request.headers.authorization, body);
      record.handled = true;
      this.#world.waiting.changed();
      if (fault?.afterMs) await this.#delay(fault.afterMs);
      if (fault?.after === 'drop') return void request.socket.destroy();
      answer = fault?.after ?? answer;
    }
    record.status = answer.status;
    respond(response, answer, this.#world.clock.now());
    this.#world.waiting.changed();
  }

  /** The first fault that somebody has for a request; everybody is asked. */
  async #faultFor(record: RequestRecord): Promise<Fault | undefined> {
    let fault: Fault | undefined;
    for (const find of [...this.faults]) {
      const found = await find(record);
      fault ??= found;
    }
    return fault;
  }

  close(): void {
    for (const timer of this.#pendingDelays) clearTimeout(timer);
  }

  #answer(
    rawPath: string | null,
    record: RequestRecord,
    authorization: string | undefined,
    body: Body,
  ): Answer {
    let params: Record<string, string> = {};
    try {
      const matching = this.#routes.filter(({ pattern }) => rawPath !== null && pattern.test(rawPath));
      const route = matching.find(({ method }) => method === record.method);
      if (matching.length > 0 && !route)
        return { status: 405, body: { message: '405: Method Not Allowed', code: 0 } };
      if (!route || rawPath === null) throw notFound();
      params = paramsOf(route.pattern, rawPath);
      if (route.authorized !== false && authorization !== `Bot ${this.#world.token}`) throw unauthorized();
      if (body.malformed) throw malformedJson();
      return route.handle({ params, query: record.query, body: body.value, files: body.files });
    } catch (error) {
      if (!(error instanceof DiscordRefusal)) throw error;
      this.#noteRefusal(params, record, error);
      return { status: error.status, body: error.body };
    }
  }

  /** Lets a conversation report the requests about it that were refused. */
  #noteRefusal(params: Record<string, string>, record: RequestRecord, error: DiscordRefusal): void {
    this.#world.interactionByToken(params.token ?? '')?.errors.push({
      method: record.method,
      path: record.path,
      status: error.status,
      code: error.body.code,
      body: error.body,
    });
  }

  #delay(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#pendingDelays.delete(timer);
        resolve();
      }, milliseconds);
      this.#pendingDelays.add(timer);
    });
  }
}

/** The answer that a fault puts in the place of handling the request. */
const replaced = ({ status, headers = {}, body }: Fault = {}): Answer | undefined =>
  status === undefined ? undefined : { status, headers, body };

interface Body {
  value: unknown;
  files: UploadedFile[];
  malformed: boolean;
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readBody(content: Buffer, contentType: string): Promise<Body> {
  if (content.length === 0) return { value: undefined, files: [], malformed: false };
  if (!contentType.startsWith('multipart/form-data')) return parseJson(content.toString('utf8'), []);
  const form = await new Response(new Uint8Array(content), {
    headers: { 'content-type': contentType },
  }).formData();
  const uploads = [...form.values()].filter((part) => typeof part !== 'string');
  const files = await Promise.all(
    uploads.map(async (part) => ({ filename: part.name, content: new Uint8Array(await part.arrayBuffer()) })),
  );
  return parseJson(String(form.get('payload_json') ?? '{}'), files);
}

function parseJson(text: string, files: UploadedFile[]): Body {
  try {
    return { value: JSON.parse(text), files, malformed: false };
  } catch {
    return { value: text, files, malformed: true };
  }
}

function respond(response: ServerResponse, { status, body, headers = {} }: Answer, now: number): void {
  if (response.destroyed) return;
  const isEmpty = body === undefined || status === 204;
  const isPage = headers['content-type']?.startsWith('text/html');
  // Every response of Discord's says when it was made.
  response.writeHead(status, {
    date: new Date(now).toUTCString(),
    ...(isEmpty ? {} : { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(isEmpty ? undefined : isPage ? String(body) : JSON.stringify(body));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/:([a-z]+)/g, '(?<$1>[^/]+)')}$`);
}

function paramsOf(pattern: RegExp, path: string): Record<string, string> {
  const groups = pattern.exec(path)?.groups ?? {};
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decoded(value)]));
}

/** Clients percent-encode path parts, `@original` among them; a part that cannot be decoded stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
