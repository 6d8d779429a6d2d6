/** A call of the REST interface, as its endpoint sees it. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Account } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import { mayAdminister, mayReadSite } from '../policies/site.ts';
import type { ApiToken } from '../sign-in/api-tokens/api-token.ts';
import type { Site } from '../sites/site.ts';
import type { Zone } from '../time/time-zones.ts';
import type { Hint } from '../xml/invalid-element.ts';
import type { RestIds } from './ids.ts';
import type { Scopes } from './rest-endpoint.ts';
import { HostUnknown, NotPermitted, ScopeMissing } from './rest-refusals.ts';

/** Without a token. */
export interface RestOpenCall {
  readonly app: Context;
  readonly ids: RestIds;
  /** Where the caller has found us, without a slash at its end: `https://meet.example.com`. */
  readonly origin: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  readonly requestHeaders: IncomingHttpHeaders;
  readonly trackingId: string;
  /** As our log names the call. */
  readonly requestId: string;
  readonly address: string | undefined;
  /** Notes what was tolerated. */
  readonly hint: Hint;
}

export interface RestCall extends RestOpenCall {
  readonly site: Site;
  readonly account: Account;
  readonly token: ApiToken;
  /** An administrator's scope of the endpoint, and the role: the call is about the whole site. */
  readonly isAdmin: boolean;
  /** Of all times in the answer: the header `timezone`, UTC without. */
  readonly zone: Zone;
  /**
   * Whose things the call is about: the caller's, or for an administrator those of the account with that address.
   * @throws NotPermitted when somebody else names another account
   * @throws HostUnknown when the site has no such account
   */
  host(hostEmail?: string): MaybePromise<Account>;
}

function hasOne(token: ApiToken, scopes: string | readonly string[] | undefined): boolean {
  if (scopes === undefined) return false;
  return typeof scopes === 'string' ? token.scopes.has(scopes) : scopes.some((one) => token.scopes.has(one));
}

/**
 * Whether a token lets its owner call, and whether as an administrator. Where an endpoint that only reads asks, an
 * administrator who may only read is one.
 * @throws ScopeMissing
 */
export function judgeScopes(
  token: ApiToken,
  { user, admin }: Scopes,
  onlyReads: boolean,
): { readonly isAdmin: boolean } {
  const { account } = token;
  const isAdmin = hasOne(token, admin) && (onlyReads ? mayReadSite(account) : mayAdminister(account));
  if (!isAdmin && !hasOne(token, user)) throw new ScopeMissing();
  return { isAdmin };
}

/** The same inside an endpoint whose scopes are `any`. @throws ScopeMissing */
export function checkScopes(call: Pick<RestCall, 'token'>, scopes: Scopes, onlyReads = false) {
  return judgeScopes(call.token, scopes, onlyReads);
}

export function hostOf(
  { app, site, account, isAdmin }: Pick<RestCall, 'app' | 'site' | 'account' | 'isAdmin'>,
  hostEmail: string | undefined,
): MaybePromise<Account> {
  if (hostEmail === undefined || hostEmail.toLowerCase() === account.email.toLowerCase()) return account;
  if (!isAdmin) throw new NotPermitted("'hostEmail' may be set by an administrator's token alone.");
  return andThen(app.accounts.findByEmail(site, hostEmail), (host) => {
    if (!host) throw new HostUnknown(hostEmail);
    return host;
  });
}
