/** A REST request as the stand-in saw it. */
export interface RequestRecord {
  method: string;
  /** Decoded, without the `/api/v10` in front. */
  path: string;
  query: Record<string, string>;
  body: unknown;
  time: number;
  /** What was answered; 0 until then, or when the connection was dropped. */
  status: number;
  /** Whether Discord did what was asked, or refused it, whatever the client got as an answer. */
  handled: boolean;
}
