import { HOSTS_HERE } from '../callers.ts';
import { forAll, type Names, type PageRow, type PageRows } from '../row.ts';

/** Hosts have theirs, administrators those of the site. */
const LISTS = [...HOSTS_HERE, 'reader'] as const;

/** What is not there, and what is somebody else's, cannot be told apart. */
const onNone = (deed: string): PageRow => ({
  deed,
  about: 'of one that is not there',
  form: () => ({ ID: '1' }),
  shows: 'to recordings.php',
  may: [],
  refusal: '403',
  otherwise: forAll(LISTS, '404'),
});

const KEPT = ({ recordingID }: Names) => ({ ID: recordingID });
const BINNED = ({ binnedRecordingID }: Names) => ({ ID: binnedRecordingID });

/** What the host and administrators do with a recording; for everybody else it is not there. */
const MANAGED: readonly PageRow[] = (
  [
    ['REMOVE_TRANSCRIPT', KEPT],
    ['DELETE', KEPT],
    ['RESTORE', BINNED],
    ['ERASE', BINNED],
  ] as const
).map(([deed, form]) => ({
  deed,
  about: "the host's",
  form,
  shows: 'to recordings.php',
  may: ['host', 'admin'],
  refusal: '403',
  otherwise: forAll(
    LISTS.filter((caller) => caller !== 'host' && caller !== 'admin'),
    '404',
  ),
  changes: true,
}));

export const ROWS: PageRows = {
  'recordings.php': [
    // Administrators who host nothing see those of the site.
    { shows: 'recordings', may: LISTS, refusal: '403', tells: { topic: ['host', 'reader'] } },
    ...MANAGED,
    onNone('SAVE'),
    onNone('DELETE'),
    onNone('RESTORE'),
    onNone('ERASE'),
    onNone('REMOVE_TRANSCRIPT'),
  ],
};
