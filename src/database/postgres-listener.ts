/** A connection of its own that hears what every process announces, as long as somebody listens. */
import pg from 'pg';
import type { Announcements } from './announcements.ts';

/** PostgreSQL's name for what we announce (`NOTIFY`). */
export const CHANNEL = 'parlance';

/** Milliseconds until a connection that was lost is made anew. */
const AGAIN_AFTER = 1000;

export class PostgresListener {
  readonly #url: string;
  readonly #announcements: Announcements;
  readonly #report: (error: unknown) => void;
  #client: pg.Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(url: string, announcements: Announcements, report: (error: unknown) => void) {
    this.#url = url;
    this.#announcements = announcements;
    this.#report = report;
  }

  /** Listens from soon on, if it does not yet. */
  start(): void {
    if (this.#closed || this.#client || this.#again) return;
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'parlance listens',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    this.#client = client;
    client.on('notification', ({ payload }) => this.#announcements.tell(payload));
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    this.#listen(client).catch((error: unknown) => this.#lost(client, error));
  }

  async #listen(client: pg.Client): Promise<void> {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    // What was announced until now was heard by nobody.
    this.#announcements.tell(undefined);
  }

  /** A connection tells of its end more than once. */
  #lost(client: pg.Client, error?: unknown): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (this.#closed) return;
    if (error !== undefined) this.#report(error);
    client.end().catch(() => {});
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.start();
    }, AGAIN_AFTER).unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    await this.#client?.end().catch(() => {});
  }
}
