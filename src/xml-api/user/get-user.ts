/** GetUser: one account, whole. */

import type { Account } from '../../accounts/account.ts';
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import { checkReadsAccount } from '../../policies/account.ts';
import { AccessDenied } from '../../refusal.ts';
import { daysLeft, lockedOutUntil, passwordExpiresAt } from '../../sign-in/standing.ts';
import type { Site } from '../../sites/site.ts';
import { nextChange, zoneOf } from '../../time/time-zones.ts';
import { contentEncoder } from '../../xml/encoder.ts';
import { bool, extension, group, integer, many, optional, text, type ValueOf } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { Encoded } from '../encoded.ts';
import { type AccountCall, body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { serviceTypeType } from '../types/common.ts';
import { use } from '../types/namespaces.ts';
import { accountValue } from './account-value.ts';
import { eventCenterType, salesCenterType, userInstanceType } from './user-type.ts';

const sessionTemplateSummaryType = group({ name: text(), value: text(), serviceType: serviceTypeType });

const response = extension(use, 'getUserResponse', userInstanceType, {
  eventCenter: optional(eventCenterType),
  salesCenter: optional(salesCenterType),
  peExpired: optional(bool()),
  peActive: optional(bool()),
  passwordExpires: optional(bool()),
  passwordDaysLeft: optional(integer()),
  schedulingTemplates: optional(group({ sessionTemplate: many(sessionTemplateSummaryType) })),
});

const encode = contentEncoder(response, use);

export const getUser = operation({
  service: userService,
  name: 'GetUser',
  level: '5.5',
  summary: 'Returns an account with everything that it holds; the password is six stars.',
  may: anyAccount,
  throttled: 'userOperations',
  refuses: [AccessDenied],
  request: body(userService, 'getUser', { webExId: text({ sample: 'hostid' }) }),
  response,
  run(call, { webExId }) {
    return andThen(named(call, webExId), (target) => {
      checkReadsAccount(call.account, target);
      const known = call.kept.find({ account: target, site: call.site }, call.app.clock.now());
      return known ?? written(call, target);
    });
  },
});

/** Callers mostly ask for themselves: their row has just been read. */
function named({ account, site, app: { accounts } }: AccountCall, webExId: string): MaybePromise<Account> {
  return account.webExId === webExId ? account : accounts.required(site, webExId);
}

async function written(call: AccountCall, target: Account): Promise<Encoded> {
  const { site, kept } = call;
  const now = call.app.clock.now();
  const answer = new Encoded(encode(await value(call, target)));
  kept.keep({ account: target, site }, goodUntil(target, site, now), answer);
  return answer;
}

async function value(call: AccountCall, target: Account): Promise<ValueOf<typeof response>> {
  const { site } = call;
  const { accounts, images, sessionTemplates, clock } = call.app;
  const account = await accounts.withProfile(target);
  const templates = await sessionTemplates.of(target);
  const expires = passwordExpiresAt(target, site);
  return {
    ...accountValue(account, site, await images.of(target), call.app),
    eventCenter: { optimizeAttendeeBandwidthUsage: account.profile.optimizeAttendeeBandwidthUsage },
    salesCenter: account.profile.salesCenter,
    passwordExpires: expires !== undefined,
    passwordDaysLeft: expires === undefined ? 0 : daysLeft(expires, clock.now()),
    schedulingTemplates: templates.length > 0 ? { sessionTemplate: templates } : undefined,
  };
}

/** When time alone makes the answer wrong: the zone's clock changes, a lockout ends, a day passes. */
function goodUntil(account: Account, site: Site, now: number): number {
  const limits = [
    nextChange(zoneOf(account.timeZoneID), now),
    lockedOutUntil(account, site, now),
    passwordExpiresAt(account, site) === undefined ? undefined : now + 60_000,
  ];
  return Math.min(...limits.map((limit) => limit ?? Number.POSITIVE_INFINITY));
}
