/**
 * The part that somebody has on the site, as licenses, roles and site addresses say it: whoever has the license hosts,
 * `#attendee` behind the site's address is somebody who attends, and two roles administer.
 */
import type { Account, AccountWithProfile } from '../../accounts/account.ts';
import type { Privileges } from '../../accounts/account-profile.ts';
import { accountRole } from '../../accounts/account-role.ts';
import type { Partially } from '../../merge.ts';
import type { Site } from '../../sites/site.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { isSiteUrl, siteUrlOf } from '../site-url.ts';

/** The names of roles are the field's own. */
export const ROLES = [
  { key: 'id_full_admin', name: 'Full Administrator', of: 'admin', privilege: 'siteAdmin' },
  {
    key: 'id_readonly_admin',
    name: 'Read-only Administrator',
    of: 'readOnlyAdmin',
    privilege: 'roSiteAdmin',
  },
] as const;

const spark = (path: string): string => Buffer.from(`ciscospark://us/${path}`).toString('base64url');

export function roleId(key: (typeof ROLES)[number]['key']): string {
  return spark(`ROLE/${key}`);
}

/** The one license of a site: to host meetings on it. */
export function licenseId(
  { ids }: Pick<RestCall, 'ids'>,
  site: Pick<Site, 'id' | 'siteID' | 'siteName'>,
): string {
  return spark(`LICENSE/${ids.uuid('organization', site.id, site.siteID)}:MC_${site.siteName}`);
}

export function orgIdOf({ ids, site }: Pick<RestCall, 'ids' | 'site'>): string {
  return ids.spark('organization', site.id, site.siteID);
}

export function attendeeSite(call: Pick<RestCall, 'app' | 'site'>): string {
  return `${siteUrlOf(call.app, call.site)}#attendee`;
}

export function rolesOf({ privileges }: Pick<Account, 'privileges'>): string[] {
  return ROLES.filter(({ of }) => accountRole(privileges) === of).map(({ key }) => roleId(key));
}

export function hostsHere({ profile: { privileges } }: AccountWithProfile): boolean {
  return privileges.host && !privileges.attendeeOnly;
}

interface StandingAsked {
  readonly roles?: readonly string[] | undefined;
  readonly licenses?: readonly string[] | undefined;
  readonly siteUrls?: readonly string[] | undefined;
}

/**
 * The privileges that are asked for. Without a word of licenses and sites nobody's right to host changes, and without one
 * of roles nobody's right to administer.
 * @throws InvalidItem for a license, a role or a site that there is not
 */
export function privilegesAsked(
  call: Pick<RestCall, 'app' | 'ids' | 'site'>,
  { roles, licenses, siteUrls }: StandingAsked,
): Partially<Privileges> {
  return { ...hostingAsked(call, { licenses, siteUrls }), ...(roles && administeringAsked(roles)) };
}

function hostingAsked(
  call: Pick<RestCall, 'app' | 'ids' | 'site'>,
  { licenses, siteUrls }: Pick<StandingAsked, 'licenses' | 'siteUrls'>,
): Partially<Privileges> {
  const ours = licenseId(call, call.site);
  const unknown = licenses?.find((id) => !isSame(id, ours));
  if (unknown !== undefined)
    throw new InvalidItem(`'licenses' has ${unknown.slice(0, 100)}, which is none.`, 'licenses');
  const sites = siteUrls?.map((url) => url.replace(/#attendee$/i, '')) ?? [];
  const foreign = sites.find((url) => !isSiteUrl(call.site, url));
  if (foreign !== undefined) {
    throw new InvalidItem(
      `'siteUrls' has ${foreign.slice(0, 100)}, which is not a site of yours.`,
      'siteUrls',
    );
  }
  if (licenses === undefined && siteUrls === undefined) return {};
  const hosts = Boolean(licenses?.length) || (siteUrls ?? []).some((url) => !/#attendee$/i.test(url));
  return { host: hosts, attendeeOnly: !hosts };
}

function administeringAsked(roles: readonly string[]): Partially<Privileges> {
  const unknown = roles.find((id) => !ROLES.some(({ key }) => isSame(id, roleId(key))));
  if (unknown !== undefined)
    throw new InvalidItem(`'roles' has ${unknown.slice(0, 100)}, which is none.`, 'roles');
  return Object.fromEntries(
    ROLES.map(({ key, privilege }) => [privilege, roles.some((id) => isSame(id, roleId(key)))]),
  );
}

/** Some write ids with the padding that base64url goes without. */
function isSame(id: string, ours: string): boolean {
  return id.replace(/=+$/, '') === ours;
}
