/** SetUser: changes what is given of an account. */
import { isDeepStrictEqual } from 'node:util';
import {
  type Account,
  type AccountWithProfile,
  isSiteAdmin,
  PasswordNotAccepted,
} from '../../accounts/account.ts';
import type { AccountChange } from '../../accounts/accounts.ts';
import { merged } from '../../accounts/merge.ts';
import { checkNewPassword } from '../../accounts/password-rules.ts';
import { AccessDenied } from '../../refusal.ts';
import { managesItsUsers } from '../../sites/site.ts';
import { bool, extension, optional, text, type ValueOf } from '../../xml/schema.ts';
import { anyAccountEvenExpired, ownOrAdministered } from '../access.ts';
import { type AccountCall, body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { use } from '../types/namespaces.ts';
import { accountDetails, emailAsked, passwordAsked, webExIdAsked } from './account-request.ts';
import { zoneOf } from './account-value.ts';
import { eventCenterType, salesCenterType, userInstanceType } from './user-type.ts';

const request = extension(use, 'setUser', userInstanceType, {
  eventCenter: optional(eventCenterType),
  salesCenter: optional(salesCenterType),
  newWebExId: optional(text({ max: 128 })),
  syncWebOffice: optional(bool()),
  validateFormat: optional(bool()),
});
type Request = ValueOf<typeof request>;

export const setUser = operation({
  service: userService,
  name: 'SetUser',
  summary:
    'Changes what is given of an account; on a CI site the attributes of the common profile are ignored.',
  may: anyAccountEvenExpired,
  request,
  response: body(userService, 'setUserResponse', {}),
  async run(call, asked) {
    const { site, accounts, signIn, hint } = call;
    const target =
      call.account.webExId === asked.webExId ? call.account : await accounts.required(site, asked.webExId);
    ownOrAdministered(call, target);
    const change = managesItsUsers(site) ? asked : withoutCommonProfile(asked, hint);
    const password = passwordAsked(change, hint);
    if (password === undefined) signIn.checkPasswordAge(call.account, site);
    const passwordHash =
      password === undefined ? undefined : await newPasswordHash(call, target, change, password);
    await accounts.change(site, target.webExId, (current) => {
      const wanted = changeOf(
        current,
        change,
        passwordHash,
        site.settings.accountPasswordCriteria.disallowReused,
      );
      if (!isSiteAdmin(call.account)) checkOwnChange(current, wanted);
      return wanted;
    });
    return {};
  },
});

/**
 * What a CI site ignores, because it belongs to the common user profile (release notes 9.0.0, setUser).
 * The other elements of the request are taken.
 */
const COMMON_PROFILE = [
  'newWebExId',
  'firstName',
  'lastName',
  'title',
  'address',
  'phones',
  'email',
  'email2',
  'password',
  'passwordHint',
  'passwordHintAnswer',
  'timeZone',
  'timeZoneID',
  'timeZoneWithDST',
  'locale',
  'language',
  'languageID',
  'active',
  'security',
] as const satisfies readonly (keyof Request)[];

function withoutCommonProfile(asked: Request, hint: (note: string) => void): Request {
  const change: { -readonly [K in keyof Request]: Request[K] } = { ...asked };
  for (const element of COMMON_PROFILE) {
    if (change[element] === undefined) continue;
    hint(`<${element}> is part of the common user profile of a CI site: ignored`);
    delete change[element];
  }
  return change;
}

/** Checks the site's rules and hashes, before the transaction: hashing is slow. */
async function newPasswordHash(
  { site, accounts, passwords }: AccountCall,
  target: Account,
  change: Request,
  password: string,
): Promise<string> {
  checkNewPassword(password, site, {
    webExId: change.newWebExId ?? target.webExId,
    email: change.email ?? target.email,
    firstName: change.firstName ?? target.firstName,
    lastName: change.lastName ?? target.lastName,
  });
  const reused = site.settings.accountPasswordCriteria.disallowReused;
  if (reused > 0) {
    const { profile, passwordHash } = await accounts.withProfile(target);
    const former = [passwordHash, ...profile.formerPasswords].slice(0, reused);
    for (const hash of former) {
      if (hash !== null && hash !== undefined && (await passwords.matches(hash, password))) {
        throw new PasswordNotAccepted(`must differ from the last ${reused} passwords`);
      }
    }
  }
  return passwords.hash(password);
}

function changeOf(
  current: AccountWithProfile,
  change: Request,
  passwordHash: string | undefined,
  keptPasswords: number,
): AccountChange {
  const details = accountDetails(change, zoneOf(current.timeZoneID), current.profile);
  const newPassword = passwordHash === undefined ? {} : newPasswordMarks(current, change, keptPasswords);
  return {
    ...details,
    webExId: change.newWebExId === undefined ? undefined : webExIdAsked('newWebExId', change.newWebExId),
    email: change.email === undefined ? undefined : emailAsked('email', change.email),
    firstName: change.firstName,
    lastName: change.lastName,
    passwordHash,
    profile: { ...details.profile, ...newPassword },
  };
}

/** A new password is no longer to be changed, and the old one is remembered as long as the rule asks. */
function newPasswordMarks(current: AccountWithProfile, change: Request, keptPasswords: number) {
  const former = current.passwordHash === null ? [] : [current.passwordHash];
  return {
    security: {
      forceChangePassword: change.security?.forceChangePassword ?? false,
      resetPassword: change.security?.resetPassword ?? false,
    },
    formerPasswords: [...former, ...current.profile.formerPasswords].slice(0, keptPasswords),
  };
}

/** Errors: `AccessDenied` when somebody who is no administrator changes what only they may change. */
function checkOwnChange(current: AccountWithProfile, wanted: AccountChange): void {
  const differs = (given: unknown, now: unknown) => given !== undefined && !isDeepStrictEqual(given, now);
  const profile = merged<AccountWithProfile['profile']>(current.profile, wanted.profile ?? {});
  const forbidden =
    differs(wanted.webExId, current.webExId) ||
    differs(wanted.active, current.active) ||
    differs(wanted.expiresAt, current.expiresAt) ||
    differs(wanted.locked, current.locked) ||
    differs(profile.privileges, current.profile.privileges) ||
    differs(profile.meetingTypes, current.profile.meetingTypes) ||
    differs(profile.supportedServices, current.profile.supportedServices) ||
    differs(profile.myWebEx, current.profile.myWebEx);
  if (forbidden) throw new AccessDenied('only a site administrator may change this');
}
