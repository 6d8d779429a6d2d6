/** A person: an account of the site, as directories of the field tell of it. */
import { bool, complex, group, list, many, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

const phoneNumber = group({
  type: text({ max: 64, sample: 'work' }),
  value: text({ max: 128, sample: '+49 69 1234567' }),
  primary: optional(bool()),
});

const address = group({
  type: optional(text({ max: 64 })),
  country: optional(text({ max: 128 })),
  locality: optional(text({ max: 128 })),
  region: optional(text({ max: 128 })),
  streetAddress: optional(text({ max: 128 })),
  postalCode: optional(text({ max: 128 })),
});

/** What the caller is not told, and what nobody knows, is left out. */
export const personType = complex(rest, 'Person', {
  id: text(),
  emails: many(text()),
  phoneNumbers: list(phoneNumber),
  displayName: text(),
  nickName: optional(text()),
  firstName: text(),
  lastName: text(),
  avatar: optional(text()),
  orgId: text(),
  roles: list(text()),
  licenses: list(text()),
  department: optional(text()),
  manager: optional(text()),
  managerId: optional(text()),
  title: optional(text()),
  addresses: list(address),
  created: text(),
  lastModified: optional(text()),
  timezone: optional(text()),
  timeZone: optional(text()),
  lastActivity: optional(text()),
  siteUrls: list(text()),
  sipAddresses: list(group({ type: text(), value: text(), primary: bool() })),
  status: optional(text()),
  invitePending: optional(bool()),
  loginEnabled: optional(bool()),
  type: text(),
});

export const peopleType = complex(rest, 'People', { items: many(personType) });

/** Both spellings of the time zone are taken. What has no place here (`avatar`) is read and left. */
export const personRequestType = complex(rest, 'PersonRequest', {
  emails: many(text({ max: 256, sample: 'nina@acme.com' }), { min: 1, max: 1 }),
  phoneNumbers: many(phoneNumber, { max: 20 }),
  displayName: optional(text({ max: 129 })),
  firstName: optional(text({ max: 64 })),
  lastName: optional(text({ max: 64 })),
  nickName: optional(text({ max: 128 })),
  avatar: optional(text({ max: 2048 })),
  orgId: optional(text({ max: 256 })),
  roles: list(text({ max: 256 }), { max: 20 }),
  licenses: list(text({ max: 512 }), { max: 100 }),
  department: optional(text({ max: 128 })),
  manager: optional(text({ max: 128 })),
  managerId: optional(text({ max: 256 })),
  title: optional(text({ max: 1024 })),
  addresses: many(address, { max: 10 }),
  siteUrls: list(text({ max: 256 }), { max: 100 }),
  timezone: optional(text({ max: 64 })),
  timeZone: optional(text({ max: 64 })),
  loginEnabled: optional(bool()),
});
