/** The rows of the event service. */
import { HOSTS } from '../callers.ts';
import { forAll, type Names, type Row, type Rows } from '../row.ts';
import { NO_RECORD, NOT_FOUND, START } from '../row-parts.ts';

const eventKey = ({ eventKey: key }: Names) => `<sessionKey>${key}</sessionKey>`;

/** Another host's is refused to administrators too (documented: 000001). */
const OF_ANOTHER = '000001';
const OWNERS = ['creator', 'host'] as const;
const ofOwners: Pick<Row, 'may' | 'refusal' | 'otherwise'> = {
  may: OWNERS,
  refusal: OF_ANOTHER,
  otherwise: forAll(['foreignAdmin'], NOT_FOUND),
};
const TELLS_OWNERS = {
  topic: OWNERS,
  password: OWNERS,
  agenda: OWNERS,
  people: OWNERS,
} as const;

export const ROWS: Rows = {
  'event.CreateEvent': [
    {
      about: 'of their own',
      request: `<metaData><sessionName>Mine</sessionName></metaData>${START}</schedule>`,
      may: HOSTS,
      changes: true,
    },
    {
      about: 'for the host',
      request: ({ host }) =>
        `<metaData><sessionName>Theirs</sessionName></metaData>${START}<hostWebExID>${host}</hostWebExID></schedule>`,
      may: ['creator', 'host', 'admin'],
      refusal: '060021',
      otherwise: { attendeeOnly: '000001', reader: '000001', foreignAdmin: '060019' },
      changes: true,
    },
  ],
  'event.SetEvent': [
    {
      request: (names) => `${eventKey(names)}<metaData><sessionName>Renamed</sessionName></metaData>`,
      ...ofOwners,
      changes: true,
    },
    {
      about: 'to become its host',
      request: (names) => `${eventKey(names)}<schedule><hostWebExID>${names.caller}</hostWebExID></schedule>`,
      ...ofOwners,
      changes: true,
    },
  ],
  'event.GetEvent': [{ request: eventKey, ...ofOwners, tells: TELLS_OWNERS }],
  'event.DelEvent': [{ request: eventKey, ...ofOwners, changes: true }],
  'event.SendInvitationEmail': [{ request: eventKey, ...ofOwners, tells: { people: OWNERS } }],
  'event.UploadEventImage': [
    {
      request: (names) =>
        `${eventKey(names)}<imageType>GIF</imageType><imageData>R0lGODlhAQABAAAAACw=</imageData>`,
      ...ofOwners,
      changes: true,
    },
  ],
  'event.LstsummaryProgram': [{ about: 'before there is one', request: '', may: [], refusal: NO_RECORD }],
  'event.LstrecordedEvent': [
    {
      request: '',
      may: ['host', 'admin', 'reader'],
      refusal: NO_RECORD,
      tells: { topic: ['host', 'admin', 'reader'] },
    },
  ],
  'event.LstsummaryEvent': [
    {
      about: 'by its key',
      request: eventKey,
      may: ['host', 'admin', 'reader'],
      refusal: NO_RECORD,
      tells: { topic: ['host', 'admin', 'reader'], agenda: ['host', 'admin', 'reader'] },
    },
  ],
};
