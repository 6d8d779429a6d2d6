/** CreateUser: a new account of the site. */

import {
  EmailTaken,
  HostLimitReached,
  PasswordNotAccepted,
  PersonalUrlTaken,
  WebExIdTaken,
} from '../../accounts/account.ts';
import { checkNewPassword } from '../../accounts/password-rules.ts';
import { withAccountTracking } from '../../accounts/tracking-values.ts';
import { RuleBroken } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, extension, long, optional } from '../../xml/schema.ts';
import { userManager } from '../access.ts';
import { TooManyNewPasswords } from '../new-passwords.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { emailAsked } from '../types/email.ts';
import { use } from '../types/namespaces.ts';
import { accountDetails, hintOfTexts, passwordAsked, webExIdAsked } from './account-request.ts';
import { eventCenterType, salesCenterType, userType } from './user-type.ts';

const NOTHING_BEFORE = {
  tspAccounts: [],
  personalTeleconf: { accounts: [], joinBeforeHost: false },
  thirdPartyTeleconf: [],
};

export const createUser = operation({
  service: userService,
  name: 'CreateUser',
  level: '5.5',
  summary: 'Creates an account; what is not given has the defaults of the site.',
  may: userManager,
  throttled: 'userOperations',
  refuses: [
    InvalidElement,
    RuleBroken,
    WebExIdTaken,
    EmailTaken,
    PersonalUrlTaken,
    PasswordNotAccepted,
    HostLimitReached,
    TooManyNewPasswords,
  ],
  request: extension(use, 'createUser', userType, {
    eventCenter: optional(eventCenterType),
    salesCenter: optional(salesCenterType),
    syncWebOffice: optional(bool()),
    sendWelcome: optional(bool()),
    validateFormat: optional(bool()),
  }),
  response: body(userService, 'createUserResponse', { userId: optional(long()) }),
  samples: { webExId: 'newhost', email: 'newhost@acme.com', firstName: 'Nina', lastName: 'Newhost' },
  async run(
    { site, hint, countNewPassword, app: { accounts, passwords, passwordResets, mail, settings } },
    request,
  ) {
    const names = {
      webExId: webExIdAsked('webExId', request.webExId),
      email: emailAsked('email', given('email', request.email)),
      firstName: given('firstName', request.firstName),
      lastName: given('lastName', request.lastName),
    };
    const asked = accountDetails(request, zoneOf(site.settings.timeZoneID), NOTHING_BEFORE);
    const details = withAccountTracking(site, asked, { byAdministrator: true });
    const password = passwordAsked(request, hint);
    hintOfTexts(request, settings, hint);
    if (password === undefined && !signsInElsewhere(site)) throw missing('password');
    if (password !== undefined) {
      checkNewPassword(password, site, names);
      countNewPassword();
    }
    const newcomer = {
      ...names,
      ...details,
      passwordHash: password === undefined ? null : await passwords.hash(password, site),
    };
    const account = await accounts.create(site, newcomer, async (tx, created) => {
      if (!request.sendWelcome) return;
      const token = created.passwordHash === null ? undefined : await passwordResets.welcome(created, tx);
      await mail.notices.welcome(tx, site, await accounts.withProfile(created, tx), token);
    });
    return { userId: account.userId };
  },
});

/** On sites with single sign-on an account needs no password of its own. */
function signsInElsewhere(site: Site): boolean {
  return site.type === 2 || site.type === 4;
}

function given(element: string, value: string | undefined): string {
  if (value === undefined) throw missing(element);
  return value;
}

function missing(element: string): InvalidElement {
  return new InvalidElement(element, 'missing', 'is required');
}
