/** Samples of the pages of somebody's own account. */
import type { Form } from '../../src/browser/pages/form.ts';
import type { PageContent } from '../../src/browser/pages/page-data.ts';

/** One dot. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

export function ownSamples(form: (fields?: Form['fields']) => Form): Readonly<Record<string, PageContent>> {
  const given = {
    FN: 'Holly',
    LN: 'Host',
    EM: 'holly.host@a-very-long-company-name.example',
    COMPANY: 'Acme',
    TITLE: '',
    PHONE: '+49 30 5550100',
    MOBILE: '',
  };
  const profile = {
    page: 'profile',
    isSaved: true,
    webExId: 'hostid',
    given,
    zones: [
      { value: '4', label: 'San Francisco (Pacific Standard Time, GMT-08:00)', chosen: false },
      { value: '23', label: 'Berlin (Europe Standard Time, GMT+01:00)', chosen: true },
    ],
    mayChangeNames: true,
    confirmEmail: '/acme/confirm.php',
    form: form(),
    password: '/acme/password.php',
    devices: '/acme/devices.php',
    picture: { put: form(), remove: form({ DO: 'REMOVE' }) },
  } as const;
  const device = {
    signedIn: 'Mar 3, 2026, 9:00 AM',
    lastSeen: 'Mar 4, 2026, 10:30 AM',
    bySingleSignOn: false,
  };
  const room = {
    page: 'room-settings',
    isSaved: false,
    url: 'https://meet.example.com/acme/meet/hostid',
    urlBase: 'https://meet.example.com/acme/meet/',
    number: '123 456 789',
    given: { TITLE: '', WELCOME: 'Come in.', ADDRESS: 'hostid', PIN: '1234', WAIT: '10' },
    mayChangeAddress: true,
    locks: true,
    mails: false,
    form: form(),
  } as const;
  const contacts = {
    page: 'contacts',
    search: { action: '/acme/contacts.php', Q: '' },
    groups: [
      {
        id: '1',
        name: 'Board',
        url: '/acme/contacts.php?GROUP=1',
        isHere: false,
        remove: form({ GROUP: '1' }),
      },
      {
        id: '2',
        name: 'Everybody in sales, marketing and production',
        url: '/acme/contacts.php?GROUP=2',
        isHere: true,
        remove: form({ GROUP: '2' }),
      },
    ],
    all: '/acme/contacts.php',
    total: 2,
    contacts: [
      {
        id: '1',
        name: 'Ann Attendee',
        email: 'ann@example.com',
        about: 'Engineer · Acme · +49 30 5550100',
        groups: ['Board'],
        change: '/acme/contacts.php?ID=1',
        remove: form({ ID: '1' }),
      },
      {
        id: '2',
        name: '',
        email: 'somebody.with.a.long.name@a-very-long-company-name.example',
        about: '',
        groups: [],
        change: '/acme/contacts.php?ID=2',
        remove: form({ ID: '2' }),
      },
    ],
    after: '/acme/contacts.php?PG=2',
    edit: {
      isNew: true,
      given: { NAME: '', EM: '', COMPANY: '', TITLE: '', PHONE: '', MOBILE: '', NOTES: '' },
      groups: [{ id: '1', name: 'Board', chosen: true }],
      form: form(),
    },
    makeGroup: form({ DO: 'GROUP' }),
    bring: form(),
    fetch: '/acme/contacts.php?EXPORT=1',
  } as const;
  const newToken = {
    form: form({ DO: 'CREATE' }),
    ...{ name: '', chosen: [], lives: [0.5, 7, 30, 90, 365], life: 30 },
    scopes: ['meeting:schedules_read', 'meeting:schedules_write', 'meeting:recordings_read', 'spark:all'],
    adminScopes: [],
  };
  const authorize = {
    page: 'authorize',
    integration: 'Room planner',
    siteName: 'acme',
    person: { name: 'Ada Lovelace', webExId: 'ada' },
    host: 'planner.example.com',
    scopes: ['meeting:schedules_read', 'meeting:schedules_write'],
    beyond: [],
    form: form({ client_id: 'x' }),
  } as const;
  return {
    contacts: { ...contacts, done: 'imported', imported: { taken: 12, left: 2 } },
    'contacts-empty': {
      ...contacts,
      groups: [],
      total: 0,
      contacts: [],
      after: undefined,
      edit: { ...contacts.edit, groups: [] },
    },
    'contacts-wrong': { ...contacts, problem: 'ContactTaken', edit: { ...contacts.edit, isNew: false } },
    profile,
    'profile-picture': {
      ...profile,
      isSaved: false,
      picture: { ...profile.picture, shown: PICTURE, done: 'saved' },
    },
    'profile-elsewhere': {
      ...profile,
      isSaved: false,
      form: undefined,
      password: undefined,
      confirmEmail: undefined,
    },
    'profile-wrong': { ...profile, isSaved: false, problem: 'InvalidEmailAddress', mayChangeNames: false },
    devices: {
      page: 'devices',
      done: 'ended',
      devices: [
        { ...device, id: 'a', browser: 'Firefox', system: 'Linux', isThis: true, address: '2001:db8::7334' },
        { ...device, id: 'b', browser: 'Safari', system: 'iPhone', isThis: false, end: form({ ID: 'b' }) },
        { ...device, id: 'c', isThis: false, bySingleSignOn: true, end: form({ ID: 'c' }) },
      ],
      endOthers: form({ DO: 'OTHERS' }),
      profile: '/acme/profile.php',
    },
    tokens: {
      page: 'tokens',
      reference: '/acme/reference.php',
      done: 'revoked',
      tokens: [
        {
          ...{ id: 1, name: 'Backup of the calendar', created: 'Nov 3, 2026, 10:00 AM' },
          ...{ expires: 'Dec 3, 2026, 10:00 AM', used: 'Nov 27, 2026, 4:10 PM' },
          scopes: ['meeting:schedules_read'],
          revoke: form({ ID: '1' }),
        },
        {
          ...{ id: 2, name: 'Verylongnamewithoutanyblanks'.repeat(2), created: 'Nov 3, 2026, 10:00 AM' },
          expires: 'Nov 3, 2027, 10:00 AM',
          scopes: ['spark:all', 'meeting:admin_schedule_read'],
          revoke: form({ ID: '2' }),
        },
      ],
      granted: [
        {
          ...{ id: 1, name: 'Room planner', granted: 'Oct 30, 2026, 9:15 AM', used: 'Nov 27, 2026, 4:00 PM' },
          scopes: ['meeting:schedules_read', 'meeting:schedules_write'],
          revoke: form({ ID: '1' }),
        },
      ],
      create: newToken,
      profile: '/acme/profile.php',
    },
    'tokens-made': {
      page: 'tokens',
      reference: '/acme/reference.php',
      made: { name: 'Backup', token: `plat_${'x'.repeat(43)}`, expires: 'Dec 28, 2026, 10:00 AM' },
      tokens: [],
      granted: [],
      create: { ...newToken, adminScopes: ['meeting:admin_schedule_read', 'spark-admin:people_read'] },
      profile: '/acme/profile.php',
    },
    'tokens-wrong': {
      page: 'tokens',
      reference: '/acme/reference.php',
      problem: 'TokenNameMissing',
      tokens: [],
      granted: [],
      create: { ...newToken, chosen: ['meeting:schedules_read'] },
      profile: '/acme/profile.php',
    },
    authorize,
    'authorize-beyond': { ...authorize, beyond: ['meeting:admin_schedule_read'] },
    'authorize-nothing': { ...authorize, scopes: [], beyond: ['meeting:admin_schedule_read'] },
    'devices-one': {
      page: 'devices',
      devices: [{ ...device, id: 'a', browser: 'Firefox', isThis: true }],
      profile: '/acme/profile.php',
    },
    'room-settings': { ...room, isSaved: true },
    'room-settings-wrong': { ...room, problem: 'RoomAddressTaken' },
  };
}
