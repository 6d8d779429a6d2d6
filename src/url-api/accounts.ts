/** SU, EU, AC and IN: accounts by the URL API, for partners who know the site's partner id (PID). */
import { timingSafeEqual } from 'node:crypto';
import { type Account, type Active, WebExIdTaken } from '../accounts/account.ts';
import { checkNewPassword } from '../accounts/password-rules.ts';
import { Refused } from '../browser/reasons.ts';
import { checkActivates, checkChangesAccount } from '../policies/account.ts';
import { checkAdministers, checkManagesItsUsers, mayAdminister } from '../policies/site.ts';
import { AccessDenied } from '../refusal.ts';
import { WrongCredentials } from '../sign-in/failures.ts';
import { checkChangeInterval, newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';
import { isAddress } from '../text-rules.ts';
import { timeZone } from '../time/time-zones.ts';
import { type CommandCall, checkCSRF, type Success } from './command.ts';

const LONGEST_ID = 128;
const LONGEST_NAME = 64;

/** A webExID as CreateUser takes it: no blanks and no control characters. */
const WEBEX_ID = /^[^\s\p{Cc}]+$/u;

/**
 * SU: a new account. One of that webExID with the same password is there already, and that is well.
 * Errors: `Refused`, `WebExIdTaken`, `EmailTaken`, `PasswordNotAccepted`, `HostLimitReached`.
 */
export async function signUp(call: CommandCall): Promise<Success> {
  checkPartner(call);
  const { site, context, parameters } = call;
  const { accounts, passwords, signIn } = context;
  const names = {
    webExId: required(call, 'WID', LONGEST_ID, WEBEX_ID),
    firstName: required(call, 'FN', LONGEST_NAME),
    lastName: required(call, 'LN', LONGEST_NAME),
    email: emailIn(call) ?? missing(),
  };
  const PW = required(call, 'PW', LONGEST_ID);
  if (await accounts.find(site, names.webExId)) {
    await signIn.byPassword(site, names.webExId, PW).catch((error: unknown) => {
      throw error instanceof WrongCredentials ? new WebExIdTaken(names.webExId) : error;
    });
    return {};
  }
  checkNewPassword(PW, site, names);
  await accounts.create(site, {
    ...names,
    passwordHash: await passwords.hash(PW),
    timeZoneID: zoneIn(parameters.get('TIMEZONE')),
  });
  return {};
}

/**
 * EU: changes the names, the address or the password (NPW) of the account that is signed in, of one whose password
 * (PW) is given, or of any where an administrator is signed in. Errors: as `signUp`.
 */
export async function editAccount(call: CommandCall): Promise<Success> {
  checkPartner(call);
  const { site, context, parameters } = call;
  const target = await targetOf(call);
  const byAdministrator = call.browserSession !== undefined && mayAdminister(call.browserSession.account);
  const { changeUserName } = site.settings.security;
  const [FN, LN] = [optional(call, 'FN', LONGEST_NAME), optional(call, 'LN', LONGEST_NAME)];
  if ((FN ?? LN) !== undefined && !changeUserName && !byAdministrator) {
    throw new AccessDenied('only an administrator changes names');
  }
  const email = emailIn(call);
  const NPW = parameters.get('NPW');
  const hash = NPW === undefined ? undefined : await newPasswordHash(context, site, target, NPW);
  await context.accounts.change(site, target.webExId, (current) => {
    if (hash !== undefined && !byAdministrator) checkChangeInterval(current, site, context.clock.now());
    return {
      ...(hash !== undefined && withNewPassword(current, hash, site)),
      firstName: FN,
      lastName: LN,
      email,
      timeZoneID: zoneIn(parameters.get('TIMEZONE')),
    };
  });
  return {};
}

/** AC and IN: lets an account in, or shuts it out. For administrators who are signed in. Errors: as `editAccount`. */
export function activation(active: Active): (call: CommandCall) => Promise<Success> {
  return async (call) => {
    checkPartner(call);
    const { site, context, browserSession } = call;
    if (!browserSession) throw new Refused('AccessDenied');
    checkCSRF(call, browserSession);
    checkAdministers(browserSession.account);
    const target = await context.accounts.required(site, required(call, 'WID', LONGEST_ID));
    checkActivates(browserSession.account, target);
    await context.accounts.change(site, target.webExId, () => ({ active }));
    return {};
  };
}

/** Errors: `Refused` (PartnerIDError) for another partner id than the site's, or where it has none. */
function checkPartner({ site, parameters }: CommandCall): void {
  const right = Buffer.from(site.settings.partnerID);
  const given = Buffer.from(parameters.get('PID') ?? '');
  if (right.length === 0 || right.length !== given.length || !timingSafeEqual(right, given)) {
    throw new Refused('PartnerIDError');
  }
  checkManagesItsUsers(site);
}

/** Whose account it is about. Errors: `AccessDenied`, those of a sign-in by password. */
async function targetOf(call: CommandCall): Promise<Account> {
  const { site, context, browserSession, parameters } = call;
  const WID = parameters.get('WID');
  if (browserSession) {
    checkCSRF(call, browserSession);
    if (WID === undefined) return browserSession.account;
    const named = await context.accounts.required(site, WID);
    checkChangesAccount(browserSession.account, named);
    return named;
  }
  const PW = parameters.get('PW');
  if (WID === undefined || PW === undefined) throw new Refused('AccessDenied');
  return context.signIn.byPassword(site, WID, PW);
}

function optional({ parameters }: CommandCall, name: string, longest: number): string | undefined {
  const value = parameters.get(name)?.trim();
  if (value === undefined || value === '') return undefined;
  if (value.length > longest || /\p{Cc}/u.test(value)) throw new Refused('InvalidDataFormat');
  return value;
}

function required(call: CommandCall, name: string, longest: number, form?: RegExp): string {
  const value = optional(call, name, longest) ?? missing();
  if (form && !form.test(value)) throw new Refused('InvalidDataFormat');
  return value;
}

function emailIn({ parameters }: CommandCall): string | undefined {
  const email = parameters.get('EM')?.trim();
  if (email !== undefined && !isAddress(email)) throw new Refused('InvalidEmailAddress');
  return email;
}

/** The number of a time zone; anything else is left to the site's default. */
function zoneIn(given: string | undefined): number | undefined {
  return given !== undefined && /^\d{1,2}$/.test(given) ? timeZone(Number(given))?.id : undefined;
}

function missing(): never {
  throw new Refused('InvalidDataFormat');
}
