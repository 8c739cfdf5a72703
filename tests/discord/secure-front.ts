import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';

/**
 * A certificate of our own for names that do not exist, and its key, which is no secret: nobody trusts them but a
 * program that a test tells to. Valid for a hundred years.
 */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIByTCCAW+gAwIBAgIUYqUDUJ7241mnAI4oH2mi+oq15nAwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPZGlzY29yZC5pbnZhbGlkMCAXDTI2MTEyODE0NTEzOFoYDzIx
MjYxMTA0MTQ1MTM4WjAaMRgwFgYDVQQDDA9kaXNjb3JkLmludmFsaWQwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAARr3YBanLyxQsYB2yiv3B+9CymJvcMJGDpTCcYU
nDtzk9IsHUyS88inXQXADF90c6quGEvE+QmdIZbWL16ZdzmFo4GQMIGNMB0GA1Ud
DgQWBBSzFjQA+gpXNffFeZwJjIq26aZx+DAfBgNVHSMEGDAWgBSzFjQA+gpXNffF
eZwJjIq26aZx+DAPBgNVHRMBAf8EBTADAQH/MDoGA1UdEQQzMDGCD2Rpc2NvcmQu
aW52YWxpZIIPZ2F0ZXdheS5pbnZhbGlkgg1wcm94eS5pbnZhbGlkMAoGCCqGSM49
BAMCA0gAMEUCIFYV+3p/dneBEMuyKE5NjyYbeY0ONM8pwFYLQ8rIuROVAiEA7t/S
IN9bgE63GfFy/Ad+0T0cXZIud+ifNj6vpzhpz+s=
-----END CERTIFICATE-----
`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9pDyckuyfUtEmlS4
AbGNxqdtJP3ZD5ivC9d6wrUIHpOhRANCAARr3YBanLyxQsYB2yiv3B+9CymJvcMJ
GDpTCcYUnDtzk9IsHUyS88inXQXADF90c6quGEvE+QmdIZbWL16ZdzmF
-----END PRIVATE KEY-----
`;

/** Takes TLS for `discord.invalid` and `gateway.invalid`, and hands on what is in it. */
export interface SecureFront {
  port: number;
  close(): Promise<void>;
}

/**
 * Starts TLS in front of a server on this machine's loopback address.
 * @param port the server's
 */
export async function startSecureFront(port: number): Promise<SecureFront> {
  const sockets = new Set<Socket>();
  const server = createServer({ cert: CERTIFICATE, key: KEY }, (client) => {
    const target = connect(port, '127.0.0.1');
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.pipe(target).pipe(client);
    client.on('close', () => target.destroy());
    target.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
