/** /admin/meeting/userconfig/trackingCodes: what tracking codes somebody has. */
import { AccountNotFound, type AccountWithProfile } from '../../accounts/account.ts';
import { TRACKING_CODES } from '../../accounts/account-profile.ts';
import { withAccountTracking } from '../../accounts/tracking-values.ts';
import { RuleBroken } from '../../refusal.ts';
import { complex, group, many, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { checkSiteUrl } from '../own-site.ts';
import { userAsked } from '../people/named-person.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { siteUrlOf } from '../site-url.ts';
import { CONFIG_READ, CONFIG_WRITE } from './config-scopes.ts';

const userTrackingCodesType = complex(rest, 'UserTrackingCodes', {
  siteUrl: text(),
  personId: text(),
  email: text(),
  trackingCodes: many(group({ id: text(), name: text(), value: text() })),
});

const WHO = { personId: optional(text({ max: 256 })), email: optional(text({ max: 256 })) };

export const getUserTrackingCodes = endpoint({
  method: 'GET',
  path: 'admin/meeting/userconfig/trackingCodes',
  tag: 'Site',
  summary: 'Tells the tracking codes of somebody.',
  scopes: CONFIG_READ,
  query: { siteUrl: optional(text({ max: 256 })), personId: WHO.personId },
  headers: { email: WHO.email },
  answer: userTrackingCodesType,
  refuses: [InvalidItem, AccountNotFound],
  async run(call, { query, headers }) {
    checkSiteUrl(call.site, query.siteUrl);
    return present(call, await userAsked(call, { personId: query.personId, email: headers.email }));
  },
});

export const updateUserTrackingCodes = endpoint({
  method: 'PUT',
  path: 'admin/meeting/userconfig/trackingCodes',
  tag: 'Site',
  summary: 'Changes tracking codes of somebody, each by its name; the others stay.',
  scopes: CONFIG_WRITE,
  body: complex(rest, 'UserTrackingCodesRequest', {
    siteUrl: text({ max: 256 }),
    ...WHO,
    trackingCodes: many(group({ name: text({ max: 120 }), value: text({ max: 120 }) }), { max: 10 }),
  }),
  answer: userTrackingCodesType,
  refuses: [InvalidItem, RuleBroken, AccountNotFound],
  async run(call, { body }) {
    const { app, site } = call;
    checkSiteUrl(site, body.siteUrl);
    const user = await userAsked(call, body);
    const codes = site.settings.trackingCodes;
    const tracking = Object.fromEntries(
      body.trackingCodes.map(({ name, value }) => {
        const code = codes.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
        if (!code)
          throw new InvalidItem(`'trackingCodes' has ${name}, which the site has not.`, 'trackingCodes');
        return [`trackingCode${code.index}`, value];
      }),
    );
    await app.accounts.change(site, user.webExId, (current) =>
      withAccountTracking(site, { profile: { tracking } }, { current, byAdministrator: true }),
    );
    return present(call, await userAsked(call, body));
  },
});

function present({ app, ids, site }: RestCall, user: AccountWithProfile) {
  const codes = site.settings.trackingCodes;
  return {
    siteUrl: siteUrlOf(app, site),
    personId: ids.person(user),
    email: user.email,
    trackingCodes: codes.flatMap(({ index, name }) => {
      const key = TRACKING_CODES[index - 1];
      const value = key && user.profile.tracking[key];
      return value ? [{ id: String(index), name, value }] : [];
    }),
  };
}
