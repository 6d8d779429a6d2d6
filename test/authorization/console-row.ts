/** What a row of the console's matrix says: how an endpoint is called, and who may. */
import type { TestSite } from '../support/site.ts';

/** Who calls. All of them call for acme. */
export const CONSOLE_CALLERS = {
  admin: 'a site administrator',
  reader: 'an administrator who may only read',
  host: 'a host',
  attendee: 'an account that only attends',
  stranger: 'nobody: a browser that is not signed in',
  owner: 'an owner of the installation, from the console of another site',
  foreignAdmin: 'an administrator of another site, who names this one as an owner would',
} as const;

export type ConsoleCaller = keyof typeof CONSOLE_CALLERS;

/** What rows are about: acme, with somebody of each kind. A row makes what it needs more, anew for each caller. */
export interface ConsoleWorld {
  readonly site: TestSite;
  /** A name of small letters and digits, another one for each call. */
  readonly fresh: string;
  /** webExIDs on acme. */
  readonly admin: string;
  readonly host: string;
  readonly attendee: string;
}

type Made<T> = (world: ConsoleWorld) => T | Promise<T>;

export interface ConsoleRow {
  readonly about?: string;
  /** The values of the names in the path. */
  readonly params?: Made<Readonly<Record<string, string>>>;
  readonly query?: Made<Readonly<Record<string, string>>>;
  readonly body?: Made<unknown>;
  readonly file?: Made<{
    readonly name: string;
    readonly type?: string;
    readonly bytes: string | Uint8Array;
  }>;
  /** Those who may, where the endpoint's declaration does not say it. */
  readonly may?: readonly ConsoleCaller[];
  /** The status for somebody, where it is not the usual one. */
  readonly otherwise?: Partial<Readonly<Record<ConsoleCaller, number>>>;
  /** Something is changed by those who may; by others nothing ever is. */
  readonly changes?: boolean;
  /** What it changes is the caller's own, such as what they keep for themselves: nobody answers for it. */
  readonly isNoAct?: boolean;
}

/** By method and path, such as `POST users/:webExID/unlock`. */
export type ConsoleRows = Readonly<Record<string, readonly ConsoleRow[]>>;
