import { UserManagementNotAllowed } from '../../accounts/account.ts';
import { withAccountTracking } from '../../accounts/tracking-values.ts';
import { checkKeepsOwnStanding } from '../../policies/account.ts';
import { StaleVersion } from '../../refusal.ts';
import { managesItsUsers } from '../../sites/site.ts';
import { object, text } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import type { ApiCall } from '../api/endpoint.ts';
import { endpoint } from '../api/endpoint.ts';
import { type AccountWish, accountShape } from './account-shape.ts';
import { accountVersion, changeOf } from './account-values.ts';
import { foundUser, userAnswer } from './found-user.ts';

/** What the identity service of a CI site says of a person, and nobody else. */
const COMMON_PROFILE = [
  'webExID',
  'email',
  'email2',
  'firstName',
  'lastName',
  'title',
  'address',
  'phones',
  'timeZoneID',
  'languageID',
  'security',
  'locked',
  'passwordHint',
  'passwordHintAnswer',
] as const satisfies readonly (keyof AccountWish)[];

export const changeUser = endpoint({
  method: 'PUT',
  path: 'users/:userID',
  summary:
    'Changes what is given of an account. 409 tells how it stands when somebody has changed it since it was read. On CI ' +
    'sites what belongs to the identity service is refused. Nobody locks themselves out.',
  may: administers,
  body: object({ version: text({ min: 1 }), change: accountShape }),
  async run(call, { params, body: { version, change } }) {
    const { site, context } = call;
    const { accounts, clock } = context;
    const before = await foundUser(call, params);
    const isCommon = COMMON_PROFILE.some((element) => change[element] !== undefined);
    if (isCommon && !managesItsUsers(site)) throw new UserManagementNotAllowed();
    let isStale = false;
    await accounts.change(site, before.webExId, (current) => {
      isStale = accountVersion(current) !== version;
      if (isStale) return {};
      const asked = changeOf(current, change, site);
      const wish = withAccountTracking(site, asked, { current, byAdministrator: true, at: 'tracking.' });
      checkKeepsOwnStanding(call.account, current, wish, clock.now());
      return wish;
    });
    const after = await foundUser(call, params);
    if (isStale) throw new StaleVersion(await userAnswer(call, after), await changedBy(call, after.webExId));
    return userAnswer(call, after);
  },
});

async function changedBy({ site, context }: ApiCall, webExID: string): Promise<string | undefined> {
  const { entries } = await context.auditList.page(
    { site: site.id, noun: 'account', name: webExID },
    undefined,
    1,
  );
  return entries[0]?.actor.name;
}
