/** The rows of the labs in the training service. */
import { HOSTS, OURS } from '../callers.ts';
import type { Names, Rows } from '../row.ts';

const labName = ({ labName }: Names) => `<labName>${labName}</labName>`;
const labID = ({ labID }: Names) => `<labID>${labID}</labID>`;
const PERIOD =
  '<sessionStartTime>06/01/2026 10:00:00</sessionStartTime><sessionEndTime>06/01/2026 11:00:00</sessionEndTime>';

/** The lab of another site is not there. */
const NO_LAB = { foreignAdmin: '060940' };
const SEE_LABS = OURS.filter((caller) => caller !== 'attendeeOnly');

export const ROWS: Rows = {
  'training.GetLabInfo': [{ request: labName, may: SEE_LABS, otherwise: NO_LAB }],
  'training.CheckLabAvailability': [
    {
      request: (names) => `${labName(names)}${PERIOD}<numComputers>1</numComputers>`,
      may: SEE_LABS,
      otherwise: NO_LAB,
    },
  ],
  'training.GetLabSchedule': [
    {
      about: 'in which the host has reserved computers',
      request: (names) => `${labName(names)}${PERIOD}`,
      may: SEE_LABS,
      otherwise: NO_LAB,
      tells: { topic: ['host', 'admin', 'reader'] },
    },
  ],
  'training.ReserveLab': [
    {
      request: (names) =>
        `${labName(names)}<numComputers>1</numComputers><topic>T</topic>` +
        '<startDate>06/02/2026 10:00:00</startDate><endDate>06/02/2026 11:00:00</endDate>',
      may: HOSTS.filter((caller) => caller !== 'foreignAdmin'),
      otherwise: NO_LAB,
      changes: true,
    },
  ],
  'training.CreateLab': [
    {
      about: 'on their own site',
      request: ({ fresh }) => `<lab><labName>${fresh}</labName></lab>`,
      may: ['admin', 'foreignAdmin'],
      changes: true,
    },
  ],
  'training.SetLab': [
    {
      request: (names) => `${labID(names)}<lab><labName>${names.fresh}</labName></lab>`,
      may: ['admin'],
      otherwise: NO_LAB,
      changes: true,
    },
  ],
  'training.DelLab': [
    {
      about: 'with reserved computers',
      request: labID,
      may: [],
      otherwise: { admin: '060943', ...NO_LAB },
    },
  ],
};
