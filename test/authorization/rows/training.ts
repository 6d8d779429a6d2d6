/** The rows of the training service. */
import { HOSTS } from '../callers.ts';
import type { Rows } from '../row.ts';
import { EACH_HAS_ONE, LISTED_WHOLE, NOT_FOUND, OF_ANOTHER, START, trainingKey } from '../row-parts.ts';

/** Whose training it is. To administrators of the site it is refused by name (documented: 000001). */
const OWNERS = ['alternateHost', 'creator', 'host'] as const;

const TELLS_OWNERS = { topic: OWNERS, password: OWNERS, agenda: OWNERS, people: OWNERS } as const;

export const ROWS: Rows = {
  'training.CreateTrainingSession': [
    {
      about: 'of their own',
      request: `<metaData><confName>Mine</confName></metaData>${START}</schedule>`,
      may: HOSTS,
      changes: true,
    },
    {
      about: 'for the host',
      request: ({ host }) =>
        `<metaData><confName>Theirs</confName></metaData>${START}<hostWebExID>${host}</hostWebExID></schedule>`,
      may: ['creator', 'host', 'admin'],
      refusal: '060021',
      otherwise: { attendeeOnly: '000001', reader: '000001', foreignAdmin: '060019' },
      changes: true,
    },
  ],
  'training.SetTrainingSession': [
    {
      request: (names) => `${trainingKey(names)}<metaData><confName>Renamed</confName></metaData>`,
      may: OWNERS,
      ...OF_ANOTHER,
      changes: true,
    },
    {
      about: 'to become its host',
      request: (names) =>
        `${trainingKey(names)}<schedule><hostWebExID>${names.caller}</hostWebExID></schedule>`,
      may: ['creator', 'host'],
      refusal: '000001',
      otherwise: { foreignAdmin: NOT_FOUND, alternateHost: '060021' },
      changes: true,
    },
  ],
  'training.GetTrainingSession': [{ request: trainingKey, may: OWNERS, ...OF_ANOTHER, tells: TELLS_OWNERS }],
  'training.DelTrainingSession': [{ request: trainingKey, may: OWNERS, ...OF_ANOTHER, changes: true }],
  'training.LstTrainingSession': [
    {
      request: '',
      ...EACH_HAS_ONE,
      tells: { topic: LISTED_WHOLE, password: LISTED_WHOLE, agenda: LISTED_WHOLE, people: LISTED_WHOLE },
    },
  ],
  'training.LstsummaryTrainingSession': [{ request: '', ...EACH_HAS_ONE, tells: { topic: LISTED_WHOLE } }],
};
