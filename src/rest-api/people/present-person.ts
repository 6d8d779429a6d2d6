/** What is told of a person: to administrators and to themselves all of it, to others what lets them be found. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import { mayReadPerson, maySeeAddressOf } from '../../policies/account.ts';
import { hasPersonalRoom } from '../../sessions/personal-room.ts';
import { signsInByPassword } from '../../sites/site.ts';
import { zoneOf } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { RestCall } from '../rest-caller.ts';
import { attendeeSite, hostsHere, licenseId, orgIdOf, rolesOf } from './person-standing.ts';
import type { personType } from './person-type.ts';

export type PersonValue = ValueOf<typeof personType>;

/** Phones of an account, by the words that they have here. */
export const PHONES = {
  work: 'phone',
  mobile: 'mobilePhone',
  fax: 'fax',
  alternate1: 'phone2',
  alternate2: 'mobilePhone2',
} as const;

interface Shown {
  /** The address that the caller has named: what they know is no secret to them. */
  readonly named?: string | undefined;
  /** Epoch milliseconds. */
  readonly lastSeenAt?: number | undefined;
  readonly changedAt?: number | undefined;
}

export async function presentPerson(
  call: RestCall,
  account: AccountWithProfile,
  { named, lastSeenAt, changedAt }: Shown = {},
): Promise<PersonValue> {
  const { app, ids, site } = call;
  const { profile } = account;
  const photo = await app.images.photoOf(account);
  const isNamed = named?.toLowerCase() === account.email.toLowerCase();
  const readsAll = mayReadPerson(call, account);
  return {
    id: ids.person(account),
    emails: isNamed || maySeeAddressOf(call, account) ? [account.email] : [],
    displayName: displayNameOf(account),
    nickName: profile.directory?.nickName || undefined,
    firstName: account.firstName,
    lastName: account.lastName,
    avatar: photo && app.links.image(site, photo.token),
    orgId: orgIdOf(call),
    created: new Date(account.registeredAt).toISOString(),
    lastModified: changedAt === undefined ? undefined : new Date(changedAt).toISOString(),
    type: 'person',
    ...(readsAll && details(call, account, lastSeenAt)),
  };
}

export function displayNameOf({ firstName, lastName, webExId }: AccountWithProfile): string {
  return `${firstName} ${lastName}`.trim() || webExId;
}

function details(
  call: RestCall,
  account: AccountWithProfile,
  lastSeenAt: number | undefined,
): Partial<PersonValue> {
  const { app, site } = call;
  const { profile } = account;
  const { address, phones, directory } = profile;
  const timezone = zoneOf(account.timeZoneID).iana;
  const hosts = hostsHere(account);
  const isThere = Object.entries(address).some(([name, value]) => name !== 'addressType' && value);
  return {
    phoneNumbers: Object.entries(PHONES).flatMap(([type, name]) => {
      const value = phones[name];
      return value ? [{ type, value, primary: type === 'work' }] : [];
    }),
    roles: rolesOf(account),
    licenses: hosts ? [licenseId(call, site)] : [],
    department: directory?.department || undefined,
    manager: directory?.manager || undefined,
    managerId: directory?.managerId || undefined,
    title: profile.title || undefined,
    addresses: isThere
      ? [
          {
            type: 'work',
            country: address.country || undefined,
            locality: address.city || undefined,
            region: address.state || undefined,
            streetAddress: address.address1 || undefined,
            postalCode: address.zipCode || undefined,
          },
        ]
      : [],
    timezone,
    timeZone: timezone,
    lastActivity: lastSeenAt === undefined ? undefined : new Date(lastSeenAt).toISOString(),
    siteUrls: hosts ? [] : [attendeeSite(call)],
    sipAddresses: hasPersonalRoom(account)
      ? [{ type: 'personal-room', value: app.links.sipAddress(site, account), primary: false }]
      : [],
    invitePending: isPending(call, account),
    loginEnabled: account.active === 'ACTIVATED' && !account.locked,
  };
}

/** Nobody has let them in yet, or they have not chosen a password. */
function isPending({ site }: RestCall, { active, passwordHash, visitCount }: AccountWithProfile): boolean {
  if (active === 'REQUEST_TO_ACTIVATE') return true;
  return signsInByPassword(site) && passwordHash === null && visitCount === 0;
}
