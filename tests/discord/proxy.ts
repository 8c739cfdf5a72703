import { createServer, type Server as HttpServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy that a test started. */
export interface TestProxy {
  /** Its address, without a name and a password. */
  url: string;
  host: string;
  /** What it was asked to connect to, in order. */
  targets: string[];
  /** How it answers from now on: 200 lets everybody through. */
  status: number;
  /** Ends it with every connection through it. */
  close(): Promise<void>;
}

/**
 * Starts a proxy on this machine's loopback address, which knows one place only: whatever it is asked to connect to, it
 * connects to that one. So a host that does not exist can be reached through it, and in no other way.
 * @param port where it connects to
 * @param credentials `name:password` that it asks for, if any
 */
export async function startProxy(port: number, credentials?: string): Promise<TestProxy> {
  const server: HttpServer = createServer((_, response) => response.writeHead(405).end());
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const proxy: TestProxy = {
    url: `http://${host}`,
    host,
    targets: [],
    status: 200,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('connection', keep);
  server.on('connect', (request, client: Socket) => {
    const given = request.headers['proxy-authorization'];
    const isKnown =
      credentials === undefined || given === `Basic ${Buffer.from(credentials).toString('base64')}`;
    proxy.targets.push(request.url ?? '');
    const status = isKnown ? proxy.status : 407;
    if (status !== 200) {
      client.end(
        `HTTP/1.1 ${status} Refused\r\nproxy-authenticate: Basic realm="proxy"\r\ncontent-length: 0\r\n\r\n`,
      );
      return;
    }
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client);
      client.pipe(target);
    });
    keep(target);
    client.on('close', () => target.destroy());
    target.on('close', () => client.destroy());
  });
  return proxy;
}
