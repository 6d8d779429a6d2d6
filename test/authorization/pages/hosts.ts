import { HOSTS_HERE, MANAGERS, OURS } from '../callers.ts';
import { forAll, type PageRow, type PageRows } from '../row.ts';

/** What is sent of a session that exists is known to those who manage it alone. */
const ofSession = (deed: string, more: Partial<PageRow> = {}): PageRow => ({
  deed,
  form: ({ key: MK }) => ({ MK }),
  shows: 'to meetings.php',
  may: MANAGERS,
  refusal: 'page: schedule',
  changes: true,
  ...more,
});

const NOT_MANAGERS = ['attendeeOnly', 'otherHost', 'invited', 'reader'] as const;

export const ROWS: PageRows = {
  'meetings.php': [{ shows: 'meetings', may: OURS, tells: { topic: ['invited', 'alternateHost', 'host'] } }],
  'people.php': [
    {
      query: () => ({ Q: 'nobody of that name' }),
      shows: '',
      may: [...HOSTS_HERE, 'reader'],
      refusal: '403',
      stranger: '403',
    },
  ],
  'schedule.php': [
    { shows: 'schedule', may: HOSTS_HERE, refusal: '403' },
    {
      about: 'of a session',
      query: ({ key: MK }) => ({ MK }),
      shows: 'schedule',
      may: MANAGERS,
      refusal: '404',
      tells: { topic: MANAGERS, password: MANAGERS, agenda: MANAGERS, people: MANAGERS },
    },
    {
      about: 'by the link of a mail that takes it off',
      query: ({ key: MK }) => ({ MK, DO: 'CANCEL' }),
      shows: 'schedule',
      may: MANAGERS,
      refusal: '404',
      tells: { topic: MANAGERS, password: MANAGERS, agenda: MANAGERS, people: MANAGERS },
    },
    {
      deed: 'SAVE',
      form: ({ fresh }) => ({
        NAME: fresh,
        DATE: '2030-01-02',
        TIME: '10:00',
        MINUTES: '30',
        ZONE: '20',
        PW: 'Pa55word',
      }),
      shows: 'to j.php',
      may: HOSTS_HERE,
      refusal: '403',
      stranger: 'page: schedule',
      changes: true,
    },
    {
      deed: 'CHECK',
      form: () => ({ NAME: 'What it means' }),
      shows: '',
      may: HOSTS_HERE,
      refusal: '403',
      stranger: '401',
    },
    ofSession('CANCEL', { otherwise: forAll(NOT_MANAGERS, 'page: schedule') }),
    // It has no other days.
    ofSession('MOVE', {
      form: ({ key: MK }) => ({ MK, OCC: '1', DATE: '2030-01-02', TIME: '10:00' }),
      shows: '',
      may: [],
      otherwise: forAll(MANAGERS, '404'),
      changes: false,
    }),
    ofSession('DROP', {
      form: ({ key: MK }) => ({ MK, OCC: '1' }),
      shows: '',
      may: [],
      otherwise: forAll(MANAGERS, '404'),
      changes: false,
    }),
  ],
};
