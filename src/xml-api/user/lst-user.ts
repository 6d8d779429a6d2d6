/** LstUser: accounts of the site, whole, one page at a time. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { many, optional } from '../../xml/schema.ts';
import { siteReader } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { matchingRecords, matchingRecordsType } from '../types/list.ts';
import { accountValue } from './account-value.ts';
import { searchUsers, userListFields } from './user-search.ts';
import { userInstanceType } from './user-type.ts';

export const lstUser = operation({
  service: userService,
  name: 'LstUser',
  level: '5.5',
  summary: 'Lists accounts with everything that they hold.',
  may: siteReader,
  throttled: 'userOperations',
  refuses: [NoRecordFound, RuleBroken],
  request: body(userService, 'lstUser', userListFields),
  response: body(userService, 'lstUserResponse', {
    user: many(userInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { total, accounts, page } = await searchUsers(call, request);
    const user = [];
    for (const account of accounts) {
      const whole = await call.app.accounts.withProfile(account);
      user.push(accountValue(whole, call.site, await call.app.images.of(account), call.app));
    }
    return { user, matchingRecords: matchingRecords(total, user.length, page) };
  },
});
