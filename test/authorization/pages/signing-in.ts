import { EVERY_CALLER, HOSTS_HERE, NOT_SIGNED_IN, OURS } from '../callers.ts';
import { forAll, type PageRows } from '../row.ts';

const ANYBODY = { may: EVERY_CALLER } as const;
const NEW_PASSWORD = { NPW: 'An0ther-Password', NPW2: 'An0ther-Password' };

/** Their own account, whoever they are; nobody names another. */
const OWN_PROFILE = {
  FN: 'Given',
  LN: 'Name',
  COMPANY: 'Acme',
} as const;

const CONTACT = { NAME: 'Ann', EM: 'ann.contact@example.com' } as const;

const authorizing = (clientID: string) => ({
  client_id: clientID,
  redirect_uri: 'https://planner.example.com/back',
  response_type: 'code',
  scope: 'meeting:schedules_read',
});

export const ROWS: PageRows = {
  'contacts.php': [
    { about: 'their own', shows: 'contacts', may: HOSTS_HERE, refusal: '403' },
    {
      deed: 'SAVE',
      form: () => CONTACT,
      shows: 'to contacts.php',
      may: HOSTS_HERE,
      refusal: '403',
      changes: HOSTS_HERE,
    },
    ...(['REMOVE', 'UNGROUP'] as const).map((deed) => ({
      deed,
      about: 'what is not theirs',
      form: () => ({ ID: '999999999', GROUP: '999999999' }),
      shows: '',
      may: [],
      refusal: '403',
      otherwise: forAll(HOSTS_HERE, '404'),
    })),
    {
      deed: 'GROUP',
      form: ({ fresh }) => ({ NAME: fresh }),
      shows: 'to contacts.php',
      may: HOSTS_HERE,
      refusal: '403',
      changes: HOSTS_HERE,
    },
  ],
  'profile.php': [
    { about: 'their own', shows: 'profile', may: OURS },
    {
      about: 'their own names',
      form: () => OWN_PROFILE,
      shows: 'to profile.php',
      may: OURS,
      changes: OURS,
    },
  ],
  'picture.php': [
    { about: 'their own, which profile.php shows', shows: 'to profile.php', may: OURS },
    { deed: 'REMOVE', about: 'there is none', form: () => ({}), shows: 'to profile.php', may: OURS },
  ],
  'devices.php': [
    { about: 'their own', shows: 'devices', may: OURS },
    {
      deed: 'END',
      about: 'one that is not theirs',
      form: () => ({ ID: 'nobody-has-this' }),
      shows: '',
      may: [],
      otherwise: forAll(OURS, '404'),
    },
    { deed: 'OTHERS', form: () => ({}), shows: 'to devices.php', may: OURS },
  ],
  'tokens.php': [
    { about: 'their own', shows: 'tokens', may: OURS },
    {
      deed: 'CREATE',
      form: ({ fresh }) => ({ NAME: fresh, DAYS: '7', 'S meeting:schedules_read': '1' }),
      shows: 'tokens',
      may: OURS,
      changes: OURS,
    },
    {
      deed: 'CREATE',
      about: 'one for the whole site',
      form: ({ fresh }) => ({ NAME: fresh, DAYS: '7', 'S meeting:admin_schedule_write': '1' }),
      shows: 'tokens',
      may: ['admin'],
      refusal: '403',
      changes: ['admin'],
    },
    ...(['REVOKE', 'UNGRANT'] as const).map((deed) => ({
      deed,
      about: 'what is not theirs',
      form: () => ({ ID: '999999999' }),
      shows: '',
      may: [],
      otherwise: forAll(OURS, '404'),
    })),
  ],
  'authorize.php': [
    {
      about: 'for an integration that asks for meetings',
      query: ({ clientID }) => authorizing(clientID),
      shows: 'authorize',
      may: OURS,
    },
    {
      about: 'for an integration of another site',
      query: ({ foreignClientID }) => authorizing(foreignClientID),
      shows: '',
      may: [],
      otherwise: forAll(EVERY_CALLER, '400'),
    },
    {
      deed: 'ALLOW',
      form: ({ clientID, caller }) => ({ ...authorizing(clientID), WHO: caller }),
      shows: 'to back',
      may: OURS,
      changes: OURS,
    },
    {
      deed: 'DENY',
      form: ({ clientID, caller }) => ({ ...authorizing(clientID), WHO: caller }),
      shows: 'to back',
      may: OURS,
    },
  ],
  'room-settings.php': [
    { about: 'their own', shows: 'room-settings', may: HOSTS_HERE, refusal: '403' },
    {
      about: 'a new PIN',
      form: () => ({ PIN: '4711', TITLE: 'Room' }),
      shows: 'to room-settings.php',
      may: HOSTS_HERE,
      changes: HOSTS_HERE,
      refusal: '403',
    },
  ],
  '': [
    {
      about: 'their own page',
      shows: 'home',
      may: OURS,
      tells: { topic: ['invited', 'alternateHost', 'host'] },
    },
  ],
  'signin.php': [
    {
      about: 'on the way to the home page',
      query: () => ({ MU: '/acme/' }),
      shows: 'sign-in',
      may: ['anonymous', ...NOT_SIGNED_IN],
      refusal: 'to the home page',
    },
  ],
  'reference.php': [{ about: 'the REST interface', shows: 'reference', ...ANYBODY }],
  'language.php': [
    {
      about: 'German and dark, in this browser',
      form: () => ({ LANG: 'de', THEME: 'dark' }),
      shows: 'to the home page',
      ...ANYBODY,
      changes: OURS,
    },
  ],
  'forgot.php': [
    { shows: 'forgot-password', ...ANYBODY },
    {
      about: "for the meeting's host, who gets a mail",
      form: ({ host }) => ({ WID: host }),
      shows: 'forgot-password',
      ...ANYBODY,
    },
  ],
  'reset.php': [
    {
      about: 'with a made-up link',
      query: () => ({ TOKEN: 'a'.repeat(64) }),
      shows: '',
      may: [],
      refusal: '404',
      stranger: '404',
    },
    {
      about: 'a new password, with a made-up link',
      form: () => ({ TOKEN: 'a'.repeat(64), ...NEW_PASSWORD }),
      shows: '',
      may: [],
      refusal: '404',
      stranger: '404',
    },
  ],
  'confirm.php': [
    { about: 'their own address', shows: 'confirm-email', may: OURS },
    { about: 'their own address, once more', form: () => ({}), shows: 'confirm-email', may: OURS },
    {
      about: 'with a made-up link',
      form: () => ({ TOKEN: 'a'.repeat(64) }),
      shows: '',
      may: [],
      refusal: '404',
      stranger: '404',
    },
  ],
  'password.php': [
    { shows: 'change-password', ...ANYBODY },
    {
      about: 'of an account that nobody has',
      form: () => ({ WID: 'nobody-at-all', PW: 'not-the-password', ...NEW_PASSWORD }),
      shows: 'change-password',
      ...ANYBODY,
    },
  ],
  'brand.css': [{ path: 'brand.css', shows: '', ...ANYBODY }],
  'logo/:token': [
    {
      about: 'with a made-up token',
      path: `logo/${'0'.repeat(32)}`,
      shows: '',
      may: [],
      otherwise: forAll(EVERY_CALLER, '404'),
    },
  ],
  'image/:token': [
    {
      about: 'with a made-up token',
      path: `image/${'0'.repeat(32)}`,
      shows: '',
      may: [],
      otherwise: forAll(EVERY_CALLER, '404'),
    },
  ],
};
