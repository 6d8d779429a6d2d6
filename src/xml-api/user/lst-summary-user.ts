/** LstsummaryUser: accounts of the site, a short row each, one page at a time. */

import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { bool, extension, group, long, many, optional, text } from '../../xml/schema.ts';
import { siteReader } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { bodyContentType } from '../types/body.ts';
import { matchingRecords, matchingRecordsType } from '../types/list.ts';
import { use } from '../types/namespaces.ts';
import { searchUsers, userListFields } from './user-search.ts';
import { activeType, webACDUserRoleType } from './user-type.ts';

const userSummaryInstanceType = extension(use, 'userSummaryInstanceType', bodyContentType, {
  webExId: text(),
  firstName: text(),
  lastName: text(),
  email: text(),
  registrationDate: optional(text()),
  active: activeType,
  timeZoneID: optional(long()),
  webACD: optional(webACDUserRoleType),
});

export const lstSummaryUser = operation({
  service: userService,
  name: 'LstsummaryUser',
  level: '5.5',
  summary: 'Lists accounts, a short row each.',
  may: siteReader,
  throttled: 'userOperations',
  refuses: [NoRecordFound, RuleBroken],
  request: body(userService, 'lstsummaryUser', {
    ...userListFields,
    webACD: optional(
      group({
        isAgent: optional(bool()),
        isMgr: optional(bool()),
        manager: optional(text()),
        returnPrefs: optional(bool()),
      }),
    ),
  }),
  response: body(userService, 'lstsummaryUserResponse', {
    user: many(userSummaryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { webACD } = request;
    const { total, accounts, page } = await searchUsers(call, request, webACD);
    const user = [];
    for (const account of accounts) {
      const { isAgent, isMgr } = (await call.app.accounts.withProfile(account)).profile.webACDPrefs;
      user.push({
        webExId: account.webExId,
        firstName: account.firstName,
        lastName: account.lastName,
        email: account.email,
        registrationDate: formatSiteTime(account.registeredAt, zoneOf(account.timeZoneID)),
        active: account.active,
        timeZoneID: account.timeZoneID,
        webACD: webACD && (webACD.returnPrefs ?? true) ? { isAgent, isMgr } : undefined,
      });
    }
    return { user, matchingRecords: matchingRecords(total, user.length, page) };
  },
});
