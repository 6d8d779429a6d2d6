/** What hosts may schedule, and what a session is like when nothing is said. */
import { count, json, toggle, word } from './setting.ts';

export const ENTRY_EXIT_TONES = ['NOTONE', 'BEEP', 'ANNOUNCENAME'] as const;

/** A setting that may change a session type of the catalogue, or add one: session-types.ts knows its fields. */
export type SessionTypeChanges = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const SCHEDULING_SETTINGS = {
  scheduling: {
    scheduleOnBehalf: toggle(true, 'Hosts may let others schedule for them (`schedulingPermission`).'),
    saveSessionTemplate: toggle(true, 'Hosts may keep session templates.', { storedOnly: true }),
    inviteLimit: count(1000, 'People that a session may have invited or registered.', {
      min: 1,
      owner: true,
    }),
    maximumDuration: count(1440, 'Minutes that a session may last, whatever its session type allows.', {
      min: 1,
      owner: true,
    }),
  },
  defaults: {
    emailReminders: toggle(true, 'Sessions remind their host and attendees by mail.'),
    entryExitTone: word(ENTRY_EXIT_TONES, 'NOTONE', 'What is heard when somebody comes or goes.'),
    voip: toggle(true, 'Sessions have voice over the Internet.'),
    openTime: count(300, 'Seconds before the start from which attendees may join.', { max: 86_400 }),
    joinTeleconfNotPress1: toggle(false, 'Who is called back joins without pressing 1.', {
      storedOnly: true,
    }),
    tollFree: toggle(true, 'Sessions with call-in have a toll-free number.', { storedOnly: true }),
    intlLocalCallIn: toggle(false, 'Sessions with call-in have numbers of other countries.'),
    updateTSPAccount: toggle(false, 'A change of the bridge is passed on to the accounts.', {
      storedOnly: true,
    }),
  },
  sessionTypes: json<SessionTypeChanges>(
    {},
    'Session types by their number, each with what differs from the catalogue; `parlance site session-type`.',
    'anything',
    { owner: true, guided: true },
  ),
};
