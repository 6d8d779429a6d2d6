/** /admin/meeting/…/sessionTypes: the session types of the site, and those that somebody schedules with. */
import { AccountNotFound, type AccountWithProfile } from '../../accounts/account.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import { hasService, type SessionType, sessionType, sessionTypes } from '../../sites/session-types.ts';
import { complex, group, many, oneOf, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { checkSiteUrl } from '../own-site.ts';
import { userAsked } from '../people/named-person.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { siteUrlOf } from '../site-url.ts';
import { CONFIG_READ, CONFIG_WRITE } from './config-scopes.ts';

const KINDS = [
  'meeting',
  'webinar',
  'privateMeeting',
  'EventCenter',
  'SupportCenter',
  'TrainCenter',
] as const;

const KIND_OF: Readonly<Record<ServiceType, (typeof KINDS)[number]>> = {
  MeetingCenter: 'meeting',
  SalesCenter: 'meeting',
  EventCenter: 'EventCenter',
  SupportCenter: 'SupportCenter',
  TrainingCenter: 'TrainCenter',
};

const NAMED = { id: text(), shortName: text(), name: text(), type: oneOf(KINDS) };

const siteSessionTypeType = complex(rest, 'SiteSessionType', { ...NAMED, siteUrl: text() });

const userSessionTypesType = complex(rest, 'UserSessionTypes', {
  personId: text(),
  email: text(),
  siteUrl: text(),
  sessionTypes: many(group(NAMED)),
});

export const listSiteSessionTypes = endpoint({
  method: 'GET',
  path: 'admin/meeting/config/sessionTypes',
  tag: 'Site',
  summary: 'Lists the session types of the site.',
  scopes: CONFIG_READ,
  query: { siteUrl: optional(text({ max: 256 })) },
  answer: group({ items: many(siteSessionTypeType) }),
  refuses: [InvalidItem],
  run(call, { query }) {
    const { app, site } = call;
    checkSiteUrl(site, query.siteUrl);
    const siteUrl = siteUrlOf(app, site);
    const types = sessionTypes(site).filter(
      ({ active, serviceType }) => active === 'ACTIVATED' && hasService(site, serviceType),
    );
    return { items: types.map((type) => ({ ...presentType(type), siteUrl })) };
  },
});

export const listUserSessionTypes = endpoint({
  method: 'GET',
  path: 'admin/meeting/userconfig/sessionTypes',
  tag: 'Site',
  summary: 'Tells the session types that somebody schedules with.',
  scopes: CONFIG_READ,
  query: { siteUrl: optional(text({ max: 256 })), personId: optional(text({ max: 256 })) },
  headers: { email: optional(text({ max: 256 })) },
  answer: group({ items: many(userSessionTypesType) }),
  refuses: [InvalidItem, AccountNotFound],
  async run(call, { query, headers }) {
    checkSiteUrl(call.site, query.siteUrl);
    const user = await userAsked(call, { personId: query.personId, email: headers.email });
    return { items: [presentUser(call, user)] };
  },
});

export const updateUserSessionTypes = endpoint({
  method: 'PUT',
  path: 'admin/meeting/userconfig/sessionTypes',
  tag: 'Site',
  summary: 'Says with which session types somebody schedules.',
  scopes: CONFIG_WRITE,
  body: complex(rest, 'UserSessionTypesRequest', {
    siteUrl: text({ max: 256 }),
    personId: optional(text({ max: 256 })),
    email: optional(text({ max: 256 })),
    sessionTypeIds: many(text({ max: 9 }), { min: 1, max: 200 }),
  }),
  answer: userSessionTypesType,
  refuses: [InvalidItem, AccountNotFound],
  async run(call, { body }) {
    const { app, site } = call;
    checkSiteUrl(site, body.siteUrl);
    const user = await userAsked(call, body);
    const meetingTypes = [...new Set(body.sessionTypeIds)].map((id) => {
      const type = /^\d+$/.test(id) ? sessionType(site, Number(id)) : undefined;
      if (!type)
        throw new InvalidItem(`'sessionTypeIds' has ${id}, which is not of the site.`, 'sessionTypeIds');
      return type.meetingTypeID;
    });
    await app.accounts.change(site, user.webExId, () => ({ profile: { meetingTypes } }));
    return presentUser(call, await userAsked(call, body));
  },
});

function presentType({ meetingTypeID, productCodePrefix, displayName, name, serviceType }: SessionType) {
  return {
    id: String(meetingTypeID),
    shortName: productCodePrefix,
    name: displayName || name,
    type: KIND_OF[serviceType],
  };
}

function presentUser({ app, ids, site }: RestCall, user: AccountWithProfile) {
  const own = user.profile.meetingTypes.flatMap((id) => sessionType(site, id) ?? []);
  return {
    personId: ids.person(user),
    email: user.email,
    siteUrl: siteUrlOf(app, site),
    sessionTypes: own.map(presentType),
  };
}
