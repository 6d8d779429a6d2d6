/** SU, EU, AC and IN: accounts by the URL API, for partners who know the site's partner id (PID). */
import { type Account, type Active, WebExIdTaken } from '../accounts/account.ts';
import { checkNewPassword } from '../accounts/password-rules.ts';
import { type Asked, email, required, text, zone } from '../browser/parameters/parameter.ts';
import { Refused } from '../browser/reasons.ts';
import { checkActivates, checkChangesAccount } from '../policies/account.ts';
import { checkAdministers, mayAdminister } from '../policies/site.ts';
import { AccessDenied } from '../refusal.ts';
import { WrongCredentials } from '../sign-in/failures.ts';
import { checkChangeInterval, newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';
import { type Command, type CommandCall, forAccounts, forAnybody } from './command.ts';

const LONGEST_ID = 128;
const LONGEST_NAME = 64;

/** A webExID as CreateUser takes it: no blanks and no control characters. */
const WEBEX_ID = /^[^\s\p{Cc}]+$/u;

const webExId = text('the webExID', { longest: LONGEST_ID, line: true, pattern: WEBEX_ID });
const name = (meaning: string) => text(meaning, { longest: LONGEST_NAME, line: true });
const TimeZone = zone('the index of their time zone; without it the zone of the site');

/** SU: a new account. One of that webExID with the same password is there already, and that is well. */
export const signUp = forAnybody({
  summary: "makes an account; needs the site's `partnerID`",
  forPartners: true,
  autoLogin: true,
  throttled: 'userOperations',
  parameters: {
    WID: required(webExId),
    PW: required(text('the password', { longest: LONGEST_ID, line: true })),
    FN: required(name('the first name')),
    LN: required(name('the last name')),
    EM: required(email('the e-mail address')),
    TimeZone,
  },
  async run({ site, context, parameters: { WID, PW, FN, LN, EM, TimeZone: zoneAsked } }) {
    const { accounts, passwords, signIn } = context;
    if (await accounts.find(site, WID)) {
      await signIn.byPassword(site, WID, PW).catch((error: unknown) => {
        throw error instanceof WrongCredentials ? new WebExIdTaken(WID) : error;
      });
      return {};
    }
    const names = { webExId: WID, firstName: FN, lastName: LN, email: EM };
    checkNewPassword(PW, site, names);
    await accounts.create(site, {
      ...names,
      passwordHash: await passwords.hash(PW, site),
      timeZoneID: zoneAsked?.id,
    });
    return {};
  },
});

const WHOSE = {
  WID: text('whose account; without it the one that is signed in'),
  PW: text('the password, where nobody is signed in'),
};

/**
 * EU: changes the names, the address or the password (NPW) of the account that is signed in, of one whose password
 * (PW) is given, or of any where an administrator is signed in.
 */
export const editAccount = forAnybody({
  summary: 'changes names, address, password; of WID with PW, or of who is signed in',
  forPartners: true,
  throttled: 'userOperations',
  changes: true,
  parameters: {
    ...WHOSE,
    FN: name('the first name'),
    LN: name('the last name'),
    EM: email('the e-mail address'),
    NPW: text('the new password'),
    TimeZone,
  },
  async run(call) {
    const { site, context, browserSession, parameters } = call;
    const { FN, LN, EM, NPW } = parameters;
    const target = await targetOf(call);
    const byAdministrator = browserSession !== undefined && mayAdminister(browserSession.account);
    const { changeUserName } = site.settings.security;
    if ((FN ?? LN) !== undefined && !changeUserName && !byAdministrator) {
      throw new AccessDenied('only an administrator changes names');
    }
    const hash = NPW === undefined ? undefined : await newPasswordHash(context, site, target, NPW);
    await context.accounts.change(
      site,
      target.webExId,
      (current) => {
        if (hash !== undefined && !byAdministrator) checkChangeInterval(current, site, context.clock.now());
        return {
          ...(hash !== undefined && withNewPassword(current, hash, site)),
          firstName: FN,
          lastName: LN,
          email: EM,
          ...(byAdministrator && EM !== undefined && { emailConfirmed: true }),
          timeZoneID: parameters.TimeZone?.id,
        };
      },
      async (tx, after) => {
        if (EM !== undefined) await context.emailConfirmations.ask(tx, site, after);
      },
    );
    return {};
  },
});

/** AC and IN: lets an account in, or shuts it out. For administrators who are signed in. */
export function activation(active: Active, summary: string): Command {
  return forAccounts({
    summary,
    forPartners: true,
    throttled: 'userOperations',
    changes: true,
    parameters: { WID: required(text('the webExID', { longest: LONGEST_ID, line: true })) },
    async run({ site, context, account, parameters: { WID } }) {
      checkAdministers(account);
      const target = await context.accounts.required(site, WID);
      checkActivates(account, target);
      await context.accounts.change(site, target.webExId, () => ({ active }));
      return {};
    },
  });
}

/** Whose account it is about. @throws AccessDenied, and what a sign-in by password throws */
async function targetOf(call: CommandCall<Asked<typeof WHOSE>>): Promise<Account> {
  const { site, context, browserSession, parameters } = call;
  const { WID, PW } = parameters;
  if (browserSession) {
    if (WID === undefined) return browserSession.account;
    const named = await context.accounts.required(site, WID);
    checkChangesAccount(browserSession.account, named);
    return named;
  }
  if (WID === undefined || PW === undefined) throw new Refused('AccessDenied');
  return context.signIn.byPassword(site, WID, PW);
}
