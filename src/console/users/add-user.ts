import type { AccountWithProfile } from '../../accounts/account.ts';
import { newProfile } from '../../accounts/new-account.ts';
import { checkAdministratorPassword, checkNewPassword } from '../../accounts/password-rules.ts';
import { withAccountTracking } from '../../accounts/tracking-values.ts';
import { checkManagesItsUsers } from '../../policies/site.ts';
import { RuleBroken } from '../../refusal.ts';
import { signsInByPassword } from '../../sites/site.ts';
import { email, flag, object, optional, text } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { accountShape, WEBEX_ID } from './account-shape.ts';
import { newcomerOf } from './account-values.ts';
import { userAnswer } from './found-user.ts';

export const createUser = endpoint({
  method: 'POST',
  path: 'users',
  summary:
    'Makes an account; what is not given has the defaults of the site. Without a password, `sendsWelcome` sends a link ' +
    'to choose one. Not on CI sites, whose identity service makes them.',
  may: administers,
  body: object({
    webExID: WEBEX_ID,
    email: email(),
    firstName: text({ min: 1, max: 64 }),
    lastName: text({ min: 1, max: 64 }),
    password: optional(text({ max: 60, secret: true })),
    sendsWelcome: optional(flag()),
    details: optional(accountShape),
  }),
  async run(call, { body }) {
    const { site, context } = call;
    const { accounts, passwords, passwordResets, mail, random, clock } = context;
    checkManagesItsUsers(site);
    const names = {
      webExId: body.webExID,
      email: body.email,
      firstName: body.firstName,
      lastName: body.lastName,
    };
    const { password, sendsWelcome = false, details = {} } = body;
    if (!password && !sendsWelcome && signsInByPassword(site)) {
      throw new RuleBroken('password', 'is required, unless a welcome mail brings a link to choose one');
    }
    if (password) checkNewPassword(password, site, names);
    if (password && details.privileges?.siteAdmin) checkAdministratorPassword(password, site, names);
    const profile = newProfile(site, random);
    const fresh = { timeZoneID: site.settings.timeZoneID, expiresAt: null, profile };
    const wish = newcomerOf(fresh as AccountWithProfile, details, site);
    const passwordHash = password ? await passwords.hash(password, site) : null;
    if (typeof wish.expiresAt === 'number' && wish.expiresAt <= clock.now()) {
      throw new RuleBroken('details.expiresOn', 'must be a day to come');
    }
    const codes = { byAdministrator: true, at: 'details.tracking.' };
    const newcomer = withAccountTracking(site, { ...wish, ...names, passwordHash }, codes);
    const created = await accounts.create(site, newcomer, async (tx, account) => {
      if (!sendsWelcome) return;
      const token = signsInByPassword(site) ? await passwordResets.welcome(account, tx) : undefined;
      await mail.notices.welcome(tx, site, await accounts.withProfile(account, tx), token);
    });
    return userAnswer(call, await accounts.withProfile(created));
  },
});
