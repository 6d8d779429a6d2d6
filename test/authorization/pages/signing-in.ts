import { EVERY_CALLER, NOT_SIGNED_IN, OURS } from '../callers.ts';
import { forAll, type PageRows } from '../row.ts';

const ANYBODY = { may: EVERY_CALLER } as const;
const NEW_PASSWORD = { NPW: 'An0ther-Password', NPW2: 'An0ther-Password' };

export const ROWS: PageRows = {
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
