/** SetUser: changes what is given of an account. */

import { isDeepStrictEqual } from 'node:util';
import {
  type AccountWithProfile,
  EmailTaken,
  HostLimitReached,
  PasswordNotAccepted,
  PersonalUrlTaken,
  WebExIdTaken,
} from '../../accounts/account.ts';
import type { Profile } from '../../accounts/account-profile.ts';
import type { AccountChange } from '../../accounts/accounts.ts';
import type { PasswordOwner } from '../../accounts/password-rules.ts';
import { withAccountTracking } from '../../accounts/tracking-values.ts';
import { merged, type Partially } from '../../merge.ts';
import { checkChangesAccount, vouchesForAddresses } from '../../policies/account.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { checkChangeInterval, newPasswordHash, withNewPassword } from '../../sign-in/new-password.ts';
import { managesItsUsers, type Site } from '../../sites/site.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { bool, extension, optional, text, type ValueOf } from '../../xml/schema.ts';
import { anyAccountEvenExpired } from '../access.ts';
import { TooManyNewPasswords } from '../new-passwords.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { emailAsked } from '../types/email.ts';
import { use } from '../types/namespaces.ts';
import { accountDetails, hintOfTexts, passwordAsked, webExIdAsked } from './account-request.ts';
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
  level: '5.5',
  summary:
    'Changes what is given of an account; on a CI site the attributes of the common profile are ignored. A new e-mail ' +
    'address counts for invitations when its holder has confirmed it by mail, or an administrator has set it.',
  may: anyAccountEvenExpired,
  throttled: 'userOperations',
  refuses: [
    AccessDenied,
    RuleBroken,
    WebExIdTaken,
    EmailTaken,
    PersonalUrlTaken,
    PasswordNotAccepted,
    HostLimitReached,
    TooManyNewPasswords,
  ],
  request,
  response: body(userService, 'setUserResponse', {}),
  samples: { password: undefined },
  async run(call, asked) {
    const { site, hint } = call;
    const { accounts, signIn, clock, emailConfirmations } = call.app;
    const target =
      call.account.webExId === asked.webExId ? call.account : await accounts.required(site, asked.webExId);
    checkChangesAccount(call.account, target);
    const change = managesItsUsers(site) ? asked : withoutCommonProfile(asked, hint);
    const password = passwordAsked(change, hint);
    hintOfTexts(change, call.app.settings, hint);
    const isOwn = target.id === call.account.id;
    // The one call that is taken with an expired password is the one that renews it.
    if (password === undefined || !isOwn) signIn.checkPasswordAge(call.account, site);
    if (password !== undefined) call.countNewPassword();
    const owner = { ...target, ...namesOf(change) };
    const passwordHash =
      password === undefined ? undefined : await newPasswordHash(call.app, site, target, password, owner);
    await accounts.change(
      site,
      target.webExId,
      (current) => {
        const asked = changeOf(current, change, passwordHash, site);
        const byAdministrator = vouchesForAddresses(call.account);
        const wanted = withAccountTracking(site, asked, { current, byAdministrator });
        if (isOwn) checkOwnStanding(current, wanted);
        if (byAdministrator) {
          return wanted.email === undefined ? wanted : { ...wanted, emailConfirmed: true };
        }
        checkOwnChange(current, wanted, site);
        const hasExpired = signIn.hasExpiredPassword(current, site);
        if (passwordHash !== undefined && !hasExpired) checkChangeInterval(current, site, clock.now());
        return wanted;
      },
      async (tx, after) => {
        if (change.email !== undefined) await emailConfirmations.ask(tx, site, after);
      },
    );
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

function withoutCommonProfile(request: Request, hint: (note: string) => void): Request {
  const change: { -readonly [K in keyof Request]: Request[K] } = { ...request };
  for (const element of COMMON_PROFILE) {
    if (change[element] === undefined) continue;
    hint(`<${element}> is part of the common user profile of a CI site: ignored`);
    delete change[element];
  }
  return change;
}

function changeOf(
  current: AccountWithProfile,
  change: Request,
  passwordHash: string | undefined,
  site: Site,
): AccountChange {
  const details = accountDetails(change, zoneOf(current.timeZoneID), current.profile);
  const renewed = passwordHash === undefined ? {} : withNewPassword(current, passwordHash, site);
  return {
    ...details,
    ...renewed,
    webExId: change.newWebExId === undefined ? undefined : webExIdAsked('newWebExId', change.newWebExId),
    email: change.email === undefined ? undefined : emailAsked('email', change.email),
    firstName: change.firstName,
    lastName: change.lastName,
    profile: merged<Partially<Profile>>(renewed.profile ?? {}, details.profile ?? {}),
  };
}

/** What the account will be called; absent names stay. */
function namesOf({ newWebExId, email, firstName, lastName }: Request): Partial<PasswordOwner> {
  const given = { webExId: newWebExId, email, firstName, lastName };
  return Object.fromEntries(Object.entries(given).filter(([, name]) => name !== undefined));
}

/** @throws AccessDenied when somebody shuts themselves out: a site would be left without an administrator */
function checkOwnStanding({ active }: AccountWithProfile, change: AccountChange): void {
  if (change.locked || (change.active !== undefined && change.active !== active)) {
    throw new AccessDenied('nobody can deactivate or lock themselves');
  }
}

/** @throws AccessDenied when somebody who is no administrator changes what only they may change */
function checkOwnChange(current: AccountWithProfile, change: AccountChange, site: Site): void {
  const { changePersonalURL, changeUserName } = site.settings.security;
  const differs = (next: unknown, now: unknown) => next !== undefined && !isDeepStrictEqual(next, now);
  const profile = merged<AccountWithProfile['profile']>(current.profile, change.profile ?? {});
  const forbidden =
    differs(change.webExId, current.webExId) ||
    differs(change.active, current.active) ||
    differs(change.expiresAt, current.expiresAt) ||
    differs(change.locked, current.locked) ||
    (!changePersonalURL && differs(change.personalUrl, current.personalUrl)) ||
    (!changeUserName && differs(change.firstName, current.firstName)) ||
    (!changeUserName && differs(change.lastName, current.lastName)) ||
    // A password that is to be changed is changed by changing it.
    (change.passwordHash === undefined && differs(profile.security, current.profile.security)) ||
    differs(profile.privileges, current.profile.privileges) ||
    differs(profile.meetingTypes, current.profile.meetingTypes) ||
    differs(profile.supportedServices, current.profile.supportedServices) ||
    differs(profile.myWebEx, current.profile.myWebEx);
  if (forbidden) throw new AccessDenied('only a site administrator may change this');
}
