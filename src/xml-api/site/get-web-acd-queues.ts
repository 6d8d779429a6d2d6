/** GetWebACDQueues: the queues in which requests for support wait. */
import { AccountNotFound } from '../../accounts/account.ts';
import { WEB_ACD_ROLES } from '../../accounts/web-acd/queue.ts';
import { queuesOf } from '../../policies/web-acd.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { formatSiteTime, GMT } from '../../time/site-time.ts';
import { complex, enumeration, int, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { siteService } from '../service.ts';
import { lstControlType, matchingRecords, matchingRecordsType, pageOf } from '../types/list.ts';
import { ns1, serv } from '../types/namespaces.ts';

const webACDRoleType = enumeration(serv, 'webACDRoleType', WEB_ACD_ROLES);

const queueType = complex(ns1, 'queueType', {
  name: text(),
  numUsers: optional(int()),
  modDate: optional(text()),
  type: optional(webACDRoleType),
});

export const getWebACDQueues = operation({
  service: siteService,
  name: 'GetWebACDQueues',
  level: '5.5',
  summary:
    'Lists the queues of the site to its administrators, those that an account serves where one is named, and to everybody else those that they serve themselves.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, AccountNotFound, NoRecordFound],
  request: body(siteService, 'GetWebACDQueues', {
    webExId: optional(text()),
    type: optional(webACDRoleType),
    listControl: optional(lstControlType),
  }),
  response: body(siteService, 'GetWebACDQueuesResponse', {
    queue: many(queueType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run({ app, site, account, hint }, { webExId, type, listControl }) {
    const whose = await queuesOf(app.accounts, site, account, webExId);
    const page = pageOf(listControl, hint);
    const found = await app.queues.of(site, { account: whose?.id, role: type });
    const queue = found
      .slice(page.startFrom - 1, page.startFrom - 1 + page.maximumNum)
      .map(({ name, numUsers, modifiedAt, role }) => ({
        name,
        numUsers,
        modDate: formatSiteTime(modifiedAt, GMT),
        type: role,
      }));
    return { queue, matchingRecords: matchingRecords(found.length, queue.length, page) };
  },
});
