/** What a row of the REST interface's matrix says: how an endpoint is called, and who may. */
import type { RestClient } from '../rest-api/client.ts';
import type { TestSite } from '../support/site.ts';

/** Who calls, each by a token with every scope that their account can use, where nothing else is said. */
export const REST_CALLERS = {
  nobody: 'nobody: without a token',
  noScope: 'the host, by a token that has other scopes alone',
  host: 'the host of what the call is about',
  otherHost: 'a host who has nothing to do with it',
  invitee: 'a host who is invited to it',
  reader: 'an administrator who may only read',
  admin: 'a site administrator',
  userAdmin: 'a site administrator, by a token without administrators’ scopes',
  foreignAdmin: 'an administrator of another site',
} as const;

export type RestCaller = keyof typeof REST_CALLERS;

export const REST_CALLER_NAMES = Object.keys(REST_CALLERS) as RestCaller[];

/** Whoever has the user's scope, or the administrator's. */
export const ANY_USER = [
  'host',
  'otherHost',
  'invitee',
  'reader',
  'admin',
  'userAdmin',
  'foreignAdmin',
] as const;

/** What rows are about: acme, with somebody of each kind. */
export interface RestWorld {
  readonly site: TestSite;
  /** A name of small letters and digits, another one for each call. */
  readonly fresh: string;
  /** webExIDs on acme; their e-mail addresses are at acme.com. */
  readonly host: string;
  readonly otherHost: string;
  readonly invitee: string;
  readonly admin: string;
  readonly emails: Readonly<Record<'host' | 'otherHost' | 'invitee' | 'admin', string>>;
  readonly clients: Readonly<Record<RestCaller, RestClient>>;
  /** A new meeting of the host, with the invitee; its id. @param elements further ones of CreateMeeting */
  meeting(elements?: string): Promise<{ readonly id: string; readonly key: number }>;
}

type Made<T> = (world: RestWorld) => T | Promise<T>;

export interface RestRow {
  readonly about?: string;
  /** The values of the names in the path; `await` what is made for each caller anew. */
  readonly params?: Made<Readonly<Record<string, string>>>;
  readonly query?: Made<Readonly<Record<string, string>>>;
  readonly headers?: Made<Readonly<Record<string, string>>>;
  readonly body?: Made<unknown>;
  readonly may: readonly RestCaller[];
  /** Where it is not 200, or 204 without a declared answer. */
  readonly status?: number;
  /** The status for somebody who may not, where it may not be 403 or 404 alike. */
  readonly otherwise?: Partial<Readonly<Record<RestCaller, number>>>;
  /** Something is changed by those who may; by others nothing ever is. */
  readonly changes?: boolean;
  /** Nobody else's things are changed by it: no entry of the audit is asked for. */
  readonly isNoAct?: boolean;
}

/** By method and path, such as `GET meetings/:meetingId`. */
export type RestRows = Readonly<Record<string, readonly RestRow[]>>;
