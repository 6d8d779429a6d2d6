/**
 * The columns of a file of users. `UserID`, `Active`, `FirstName`, `LastName`, `UserName` and `HostPrivilege` are those of
 * the original's files; the rest bears the names of the interface's user (user.xsd).
 */
import { merged, type Partially } from '../../merge.ts';
import { RuleBroken } from '../../refusal.ts';
import { languageById } from '../../time/languages.ts';
import { formatSiteTime, GMT } from '../../time/site-time.ts';
import type { AccountWithProfile } from '../account.ts';
import { type Profile, SERVICES, TRACKING_CODES } from '../account-profile.ts';
import type { AccountChange } from '../accounts.ts';
import {
  emailIn,
  expiryIn,
  filled,
  languageIn,
  numbersIn,
  otherPrivileges,
  personalUrlIn,
  roleIn,
  roleOf,
  webExIdIn,
  within,
  written,
  yesOrNo,
  zoneIn,
} from './batch-cells.ts';

/** What a cell wishes for. */
export interface BatchWish {
  readonly userId?: number;
  readonly password?: string;
  readonly change: AccountChange;
}

export interface BatchColumn {
  readonly heading: string;
  /** Other headings, without regard to case and to what is no letter or digit. */
  readonly aliases: readonly string[];
  /** @throws RuleBroken */
  readonly read: (text: string) => BatchWish;
  /** Nothing is told of a password. */
  readonly write: (account: AccountWithProfile) => string;
}

/** In the order in which files are written. */
export const BATCH_COLUMNS: readonly BatchColumn[] = [
  column(
    'UserID',
    ['id'],
    (text) => {
      if (!/^\d{1,12}$/.test(text))
        throw new RuleBroken('UserID', 'must be a number, or empty for a new user');
      return { userId: Number(text), change: {} };
    },
    ({ userId }) => String(userId),
  ),
  own(
    'Active',
    ['status'],
    (text) => ({ active: yesOrNo('Active', text) ? 'ACTIVATED' : 'DEACTIVATED' }),
    ({ active }) => written(active === 'ACTIVATED'),
  ),
  own(
    'FirstName',
    [],
    (text) => ({ firstName: filled('FirstName', text, 64) }),
    (a) => a.firstName,
  ),
  own(
    'LastName',
    [],
    (text) => ({ lastName: filled('LastName', text, 64) }),
    (a) => a.lastName,
  ),
  own(
    'UserName',
    ['webExID', 'login'],
    (text) => ({ webExId: webExIdIn(text) }),
    (a) => a.webExId,
  ),
  own(
    'Email',
    ['emailAddress', 'mail'],
    (text) => ({ email: emailIn('Email', text) }),
    (a) => a.email,
  ),
  column(
    'Password',
    [],
    (text) => ({ password: text, change: {} }),
    () => '',
  ),
  own(
    'HostPrivilege',
    ['role', 'privilege'],
    (text) => ({ profile: { privileges: roleIn(text) } }),
    ({ profile }) => roleOf(profile.privileges),
  ),
  profileText('Title', ['jobTitle'], 'title'),
  profileText('Company', [], 'company'),
  profileText('Description', [], 'description'),
  own(
    'Language',
    ['languageID'],
    (text) => ({ profile: languageIn(text) }),
    ({ profile }) => languageById(profile.languageID)?.name ?? String(profile.languageID),
  ),
  own(
    'TimeZone',
    ['timeZoneID'],
    (text) => ({ timeZoneID: zoneIn(text) }),
    (a) => String(a.timeZoneID),
  ),
  part('Address1', ['address'], 'address', 'address1'),
  part('Address2', [], 'address', 'address2'),
  part('City', [], 'address', 'city'),
  part('State', ['province'], 'address', 'state'),
  part('ZipCode', ['zip', 'postalCode'], 'address', 'zipCode'),
  part('Country', [], 'address', 'country'),
  part('Phone', ['officePhone', 'phone1'], 'phones', 'phone'),
  part('MobilePhone', ['cellPhone', 'mobile'], 'phones', 'mobilePhone'),
  part('Fax', [], 'phones', 'fax'),
  part('Phone2', [], 'phones', 'phone2'),
  part('MobilePhone2', [], 'phones', 'mobilePhone2'),
  part('Pager', [], 'phones', 'pager'),
  own(
    'Email2',
    [],
    (text) => ({ profile: { email2: text === '' ? '' : emailIn('Email2', text) } }),
    ({ profile }) => profile.email2 ?? '',
  ),
  profileText('OfficeURL', [], 'officeurl'),
  own(
    'PersonalURL',
    [],
    (text) => ({ personalUrl: personalUrlIn(text) }),
    (a) => a.personalUrl,
  ),
  own(
    'ExpirationDate',
    ['expires'],
    (text) => ({ expiresAt: expiryIn(text) }),
    ({ expiresAt }) => (expiresAt === null ? '' : formatSiteTime(expiresAt, GMT)),
  ),
  own(
    'Locked',
    [],
    (text) => ({ locked: yesOrNo('Locked', text) }),
    ({ locked }) => written(locked),
  ),
  own(
    'ForceChangePassword',
    [],
    (text) => ({ profile: { security: { forceChangePassword: yesOrNo('ForceChangePassword', text) } } }),
    ({ profile }) => written(profile.security.forceChangePassword),
  ),
  own(
    'MeetingTypes',
    ['meetingType', 'sessionTypes'],
    (text) => ({ profile: { meetingTypes: numbersIn('MeetingTypes', text) } }),
    ({ profile }) => profile.meetingTypes.join(';'),
  ),
  profileText('SchedulingPermission', [], 'schedulingPermission'),
  ...TRACKING_CODES.map((code) =>
    own(
      `${code.charAt(0).toUpperCase()}${code.slice(1)}`,
      [],
      (text) => ({ profile: { tracking: { [code]: within(code, text, 128) } } }),
      ({ profile }) => profile.tracking[code] ?? '',
    ),
  ),
  ...SERVICES.map((service) =>
    own(
      service,
      [],
      (text) => ({ profile: { supportedServices: { [service]: yesOrNo(service, text) } } }),
      ({ profile }) => written(profile.supportedServices[service]),
    ),
  ),
  ...otherPrivileges().map((privilege) =>
    own(
      privilege,
      [],
      (text) => ({ profile: { privileges: { [privilege]: yesOrNo(privilege, text) } } }),
      ({ profile }) => written(profile.privileges[privilege]),
    ),
  ),
];

/** By headings as people write them. */
const BY_HEADING = new Map(
  BATCH_COLUMNS.flatMap((one) => [one.heading, ...one.aliases].map((name) => [plain(name), one] as const)),
);

export function columnNamed(heading: string): BatchColumn | undefined {
  return BY_HEADING.get(plain(heading));
}

/** Two wishes of one row. */
export function together(one: BatchWish, other: BatchWish): BatchWish {
  return { ...one, ...other, change: merged(one.change, other.change as Partially<AccountChange>) };
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function column(
  heading: string,
  aliases: readonly string[],
  read: BatchColumn['read'],
  write: BatchColumn['write'],
): BatchColumn {
  return { heading, aliases, read, write };
}

/** One that changes what it is named after. */
function own(
  heading: string,
  aliases: readonly string[],
  read: (text: string) => AccountChange,
  write: BatchColumn['write'],
): BatchColumn {
  return column(heading, aliases, (text) => ({ change: read(text) }), write);
}

type TextOfProfile = 'title' | 'company' | 'description' | 'officeurl' | 'schedulingPermission';

function profileText(heading: string, aliases: readonly string[], member: TextOfProfile): BatchColumn {
  return own(
    heading,
    aliases,
    (text) => ({ profile: { [member]: within(heading, text, 1024) } }),
    ({ profile }) => profile[member] ?? '',
  );
}

function part<G extends 'address' | 'phones'>(
  heading: string,
  aliases: readonly string[],
  group: G,
  member: keyof Profile[G] & string,
): BatchColumn {
  return own(
    heading,
    aliases,
    (text) => ({ profile: { [group]: { [member]: within(heading, text, 128) } } }),
    ({ profile }) => String(profile[group][member] ?? ''),
  );
}
