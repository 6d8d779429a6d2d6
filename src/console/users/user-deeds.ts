/** What is done to an account at once: let in, kept out, unlocked, signed out, given a way to a new password. */

import { checkAdministratorPassword } from '../../accounts/password-rules.ts';
import { openAudit } from '../../audit/audit.ts';
import { checkActivates } from '../../policies/account.ts';
import { checkManagesItsUsers, mayAdminister } from '../../policies/site.ts';
import { RuleBroken } from '../../refusal.ts';
import { newPasswordHash, withNewPassword } from '../../sign-in/new-password.ts';
import { signsInByPassword } from '../../sites/site.ts';
import { flag, object, optional, text } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { CallRefused } from '../api/problems.ts';
import { foundUser, userAnswer } from './found-user.ts';

export const activateUser = endpoint({
  method: 'POST',
  path: 'users/:userID/activate',
  summary: 'Lets an account in again that was deactivated, or that waits for it. Not on CI sites.',
  may: administers,
  async run(call, { params }) {
    const account = await foundUser(call, params);
    checkManagesItsUsers(call.site);
    checkActivates(call.account, account);
    await call.context.accounts.change(call.site, account.webExId, () => ({ active: 'ACTIVATED' }));
    return userAnswer(call, await foundUser(call, params));
  },
});

export const deactivateUser = endpoint({
  method: 'POST',
  path: 'users/:userID/deactivate',
  summary:
    'Deactivates an account, as DelUser does: nobody signs in by it, and what it has stays. Not on CI sites, and nobody ' +
    'themselves.',
  may: administers,
  async run(call, { params }) {
    const account = await foundUser(call, params);
    checkManagesItsUsers(call.site);
    checkActivates(call.account, account);
    await call.context.accounts.change(call.site, account.webExId, () => ({ active: 'DEACTIVATED' }));
    return userAnswer(call, await foundUser(call, params));
  },
});

export const unlockUser = endpoint({
  method: 'POST',
  path: 'users/:userID/unlock',
  summary: 'Lets an account sign in again that wrong passwords, or an administrator, have locked.',
  may: administers,
  async run(call, { params }) {
    const account = await foundUser(call, params);
    await call.context.accounts.change(call.site, account.webExId, () => ({ locked: false }));
    return userAnswer(call, await foundUser(call, params));
  },
});

export const signOutUser = endpoint({
  method: 'POST',
  path: 'users/:userID/sign-out',
  summary:
    'Signs an account out everywhere: browsers, session tickets of programs, links that sign in. Whoever does it to ' +
    'themselves stays signed in here.',
  may: administers,
  async run(call, { params }) {
    const { site, context, browserSession } = call;
    const account = await foundUser(call, params);
    const isOwn = account.id === browserSession.account.id;
    await context.devices.endEverywhere({
      site,
      account,
      ...(isOwn && { thisDevice: browserSession.id }),
    });
    return userAnswer(call, await foundUser(call, params));
  },
});

export const resetPassword = endpoint({
  method: 'POST',
  path: 'users/:userID/reset-password',
  summary: 'Sends a link by mail with which its holder chooses a new password: three within an hour at most.',
  may: administers,
  async run(call, { params }) {
    const { site, context } = call;
    const { accounts, clock, database, mail, passwordResets } = context;
    const account = await foundUser(call, params);
    checkManagesItsUsers(site);
    checkHasPasswords(signsInByPassword(site));
    if (account.active !== 'ACTIVATED') {
      throw new CallRefused(409, 'AccountInactive', 'the account is not activated');
    }
    const recordAudit = openAudit(database, clock);
    let isSent = false;
    await passwordResets.begin(account, async (tx, token) => {
      isSent = true;
      const { webExId: name, userId: id } = account;
      await recordAudit(tx, { site, act: 'account.passwordReset', name, id });
      await mail.notices.passwordReset(tx, site, await accounts.withProfile(account, tx), token);
    });
    if (!isSent) throw new CallRefused(429, 'ResetsUsedUp', 'three links were sent within the last hour');
    return { email: account.email };
  },
});

export const setPassword = endpoint({
  method: 'PUT',
  path: 'users/:userID/password',
  summary:
    'Sets a new password, which signs the account out everywhere. `mustChange` asks its holder for one of their own at ' +
    'the next sign-in.',
  may: administers,
  body: object({ password: text({ min: 1, max: 60, secret: true }), mustChange: optional(flag()) }),
  async run(call, { params, body: { password, mustChange = false } }) {
    const { site, context } = call;
    const account = await foundUser(call, params);
    checkManagesItsUsers(site);
    checkHasPasswords(signsInByPassword(site));
    if (mayAdminister(account)) checkAdministratorPassword(password, site, account);
    const passwordHash = await newPasswordHash(context, site, account, password);
    await context.accounts.change(site, account.webExId, (current) => {
      const renewed = withNewPassword(current, passwordHash, site);
      const security = { forceChangePassword: mustChange, resetPassword: false };
      return { ...renewed, profile: { ...renewed.profile, security } };
    });
    return userAnswer(call, await foundUser(call, params));
  },
});

function checkHasPasswords(hasThem: boolean): void {
  if (!hasThem) throw new RuleBroken('password', 'is not kept here: people of this site sign in elsewhere');
}
