/** What passwords must be like, and what wrong and old ones lead to. */
import { count, marked, toggle, words } from './setting.ts';

/** The words that a real site refused (recorded 2016). */
export const USUAL_DISALLOWED = ['password', 'passwd', 'pass', 'webex', 'cisco', 'xebew', 'ocsic'] as const;

const shape = {
  minLength: count(4, 'Characters.', { max: 60 }),
  mixedCase: toggle(false, 'Letters of both cases.'),
  minAlpha: count(0, 'Letters.', { max: 60 }),
  minNumeric: count(0, 'Digits.', { max: 60 }),
  minSpecial: count(0, 'Characters that are neither letters nor digits.', { max: 60 }),
};

export const PASSWORD_SETTINGS = {
  accountPasswordCriteria: marked(
    {
      ...shape,
      disallow3XRepeatedChar: toggle(false, 'No character three times in a row or more.'),
      disallowWebTextDynamically: toggle(
        false,
        'Neither the name of the site nor a name, e-mail or webExID of the account (`disallowWebTextAccounts`).',
      ),
      disallowList: words([], 'Words that may not stand in it, in any case.'),
      disallowReused: count(0, 'How many of the last passwords may not come back.', { max: 24 }),
    },
    { policy: true },
  ),
  meetingPasswordCriteria: marked(
    {
      ...shape,
      disallowWebTextSessions: toggle(false, 'Neither the topic of the session nor the name of the site.'),
      disallowWebTextAccounts: toggle(false, 'Neither a name, e-mail nor webExID of the host.'),
      disallowList: words([], 'Words that may not stand in it, in any case.'),
    },
    { policy: true },
  ),
  recordingPasswordCriteria: marked(
    {
      ...shape,
      disallowWebTextSessions: toggle(false, 'Neither the topic of the recording nor the name of the site.'),
      disallowList: words([], 'Words that may not stand in it, in any case.'),
    },
    { policy: true },
  ),
  lockoutTries: count(
    10,
    'This many wrong passwords within `lockoutMinutes` lock an account for as long; 0 never does.',
    {
      owner: true,
    },
  ),
  lockoutMinutes: count(15, 'Minutes for which wrong passwords count, and for which they lock.', {
    min: 1,
    owner: true,
  }),
  passwordLifeDays: count(
    0,
    'Days until a password must be changed, 0 for never (`passwordExpires`, `passwordLifetime`).',
    { policy: true },
  ),
  apiTokenDays: count(365, 'Days that a personal token of the REST interface lives at most.', {
    min: 1,
    max: 365,
  }),
  sessionTicketSeconds: count(5400, 'Seconds that a session ticket lives.', { min: 1, owner: true }),
};
