/** What the ids in people are of: the organization, its license and its roles. */
import { complex, group, int, many, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { ResourceUnknown } from '../rest-refusals.ts';
import { siteUrlOf } from '../site-url.ts';
import { PEOPLE_ADMIN_READ } from './people-scopes.ts';
import { licenseId, orgIdOf, ROLES, roleId } from './person-standing.ts';

const organizationType = complex(rest, 'Organization', {
  id: text(),
  displayName: text(),
  created: optional(text()),
});
const roleType = complex(rest, 'Role', { id: text(), name: text() });
const licenseType = complex(rest, 'License', {
  id: text(),
  name: text(),
  totalUnits: int(),
  consumedUnits: int(),
  siteUrl: text(),
  siteType: text(),
});

/** How many units a license has that nobody has bounded. */
const UNBOUNDED = -1;

export const listOrganizations = endpoint({
  method: 'GET',
  path: 'organizations',
  tag: 'People',
  summary: 'Tells the organization of the caller: the site.',
  scopes: PEOPLE_ADMIN_READ,
  answer: group({ items: many(organizationType) }),
  run: (call) => ({ items: [organizationOf(call)] }),
});

export const getOrganization = endpoint({
  method: 'GET',
  path: 'organizations/:orgId',
  tag: 'People',
  summary: 'Tells of the organization of that id.',
  scopes: PEOPLE_ADMIN_READ,
  answer: organizationType,
  refuses: [ResourceUnknown],
  run: (call, { params: { orgId } }) => named([organizationOf(call)], orgId),
});

export const listLicenses = endpoint({
  method: 'GET',
  path: 'licenses',
  tag: 'People',
  summary: 'Tells the licenses of the organization: one, for hosts.',
  scopes: PEOPLE_ADMIN_READ,
  query: { orgId: optional(text({ max: 256 })) },
  answer: group({ items: many(licenseType) }),
  run: async (call) => ({ items: [await licenseOf(call)] }),
});

export const getLicense = endpoint({
  method: 'GET',
  path: 'licenses/:licenseId',
  tag: 'People',
  summary: 'Tells of the license of that id.',
  scopes: PEOPLE_ADMIN_READ,
  answer: licenseType,
  refuses: [ResourceUnknown],
  run: async (call, { params }) => named([await licenseOf(call)], params.licenseId),
});

export const listRoles = endpoint({
  method: 'GET',
  path: 'roles',
  tag: 'People',
  summary: 'Tells the roles that people may have.',
  scopes: PEOPLE_ADMIN_READ,
  answer: group({ items: many(roleType) }),
  run: () => ({ items: roles() }),
});

export const getRole = endpoint({
  method: 'GET',
  path: 'roles/:roleId',
  tag: 'People',
  summary: 'Tells of the role of that id.',
  scopes: PEOPLE_ADMIN_READ,
  answer: roleType,
  refuses: [ResourceUnknown],
  run: (_call, { params }) => named(roles(), params.roleId),
});

function roles() {
  return ROLES.map(({ key, name }) => ({ id: roleId(key), name }));
}

function organizationOf(call: RestCall) {
  const { siteName, settings } = call.site;
  return { id: orgIdOf(call), displayName: settings.branding.displayName || siteName };
}

async function licenseOf(call: RestCall) {
  const { app, site } = call;
  const { hostLimit } = site.settings;
  return {
    id: licenseId(call, site),
    name: 'Meeting - Webex Meetings',
    totalUnits: hostLimit === 0 ? UNBOUNDED : hostLimit,
    consumedUnits: await app.accountDirectory.hosts(site),
    siteUrl: siteUrlOf(app, site),
    siteType: 'Site Administration Managed Site',
  };
}

/** @throws ResourceUnknown */
function named<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const found = items.find((item) => item.id === id.replace(/=+$/, ''));
  if (!found) throw new ResourceUnknown();
  return found;
}
