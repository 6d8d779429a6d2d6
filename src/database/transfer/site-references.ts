/**
 * Which columns, and which members of documents, hold the numbers of rows: by them a site moves in among others, whose
 * rows have the same numbers. A test knows every column of whole numbers of which nobody has said what it is.
 */

interface Space {
  /** Where its numbers are taken: as `table.column`. The first one is counted by the database itself, where any is. */
  readonly taken: readonly string[];
  /** Drawn at random with nine digits, and not counted. */
  readonly isDrawn?: boolean;
  /** What the interface calls it, where people and programs are shown the number. */
  readonly shownAs?: string;
}

export const SPACES = {
  site: { taken: ['site.id'] },
  account: { taken: ['account.id'] },
  user: { taken: ['account.user_id'], isDrawn: true, shownAs: 'userId' },
  session: { taken: ['session.id'] },
  attendee: { taken: ['attendee.id'] },
  attendeeID: { taken: ['attendee.attendee_id'], isDrawn: true, shownAs: 'attendeeID' },
  // The history numbers what was as what ran: a run to come must not take the number of one that was.
  run: { taken: ['run.id', 'usage.id'] },
  stay: { taken: ['stay.id', 'attendance.id'] },
  recordID: { taken: ['recording.id', 'recorded.id'], isDrawn: true, shownAs: 'recordID' },
  recordingFile: { taken: ['recording_file.id'] },
  transcript: { taken: ['transcript.id'] },
  recordingAccess: { taken: ['recording_access.id'] },
  roomRecording: { taken: ['room_recording.id'] },
  segment: { taken: ['recording_segment.id'] },
  part: { taken: ['recording_part.id'] },
  contact: { taken: ['contact.id'], shownAs: 'contactID' },
  distList: { taken: ['dist_list.id'], shownAs: 'distListID' },
  program: { taken: ['program.id'], shownAs: 'programID' },
  salesAccount: { taken: ['sales_account.id'], shownAs: 'intAccountID' },
  opportunity: { taken: ['sales_opportunity.id'], shownAs: 'intOpptyID' },
  product: { taken: ['sales_product.id'], shownAs: 'prodID' },
  lab: { taken: ['lab.id'], shownAs: 'labID' },
  reservation: { taken: ['lab_reservation.id'] },
  test: { taken: ['test.id'], shownAs: 'testID' },
  attempt: { taken: ['test_attempt.id'] },
  template: { taken: ['session_template.id'], shownAs: 'schedulingTemplates' },
  queue: { taken: ['web_acd_queue.id'] },
  mail: { taken: ['mail.id'] },
  plannedMail: { taken: ['planned_mail.id'] },
  event: { taken: ['event.id'] },
  feedback: { taken: ['feedback.id'] },
  chatMessage: { taken: ['chat_message.id'] },
  nbrDeletion: { taken: ['nbr_deletion.id'] },
  integration: { taken: ['integration.id'] },
  sample: { taken: ['kept_sample.id'] },
  auditEntry: { taken: ['audit_entry.id'] },
} as const satisfies Readonly<Record<string, Space>>;

export type SpaceName = keyof typeof SPACES;

export function spaceOf(name: SpaceName): Space {
  return SPACES[name];
}

const OF_A_SESSION = {
  id: 'session',
  site: 'site',
  host: 'account',
  creator: 'account',
  series: 'session',
} as const;

/** Columns that hold such a number, table by table. A column `site` is the site's everywhere. */
export const REFERENCES: Readonly<Record<string, Readonly<Record<string, SpaceName>>>> = {
  site: { id: 'site' },
  account: { id: 'account', user_id: 'user' },
  account_image: { account: 'account' },
  account_word: { account: 'account' },
  attendance: { id: 'stay', usage: 'run', account: 'account', attendee: 'attendee', host: 'account' },
  attendee: { id: 'attendee', attendee_id: 'attendeeID', session: 'session', account: 'account' },
  audit_entry: { id: 'auditEntry', actor_account: 'account' },
  chat_message: { id: 'chatMessage', usage: 'run', stay: 'stay', recipient: 'stay' },
  contact: { id: 'contact', account: 'account' },
  dist_list: { id: 'distList', account: 'account' },
  dist_list_contact: { dist_list: 'distList', contact: 'contact' },
  event: { id: 'event' },
  event_image: { session: 'session' },
  feedback: {
    id: 'feedback',
    session: 'session',
    stay: 'stay',
    attendee: 'attendee',
    attendee_id: 'attendeeID',
  },
  integration: { id: 'integration' },
  kept_sample: { id: 'sample' },
  lab: { id: 'lab' },
  lab_reservation: { id: 'reservation', lab: 'lab', account: 'account', session: 'session' },
  mail: { id: 'mail' },
  nbr_deletion: { id: 'nbrDeletion' },
  occurrence: { session: 'session' },
  one_click: { account: 'account' },
  planned_mail: { id: 'plannedMail' },
  program: { id: 'program', host: 'account' },
  purged_recording: { id: 'recordID', host: 'account', run: 'run' },
  recorded: { id: 'recordID', host: 'account' },
  recording: { id: 'recordID', host: 'account', run: 'run' },
  recording_access: { id: 'recordingAccess', recorded: 'recordID' },
  // 0 is the site as a whole.
  recording_count: { host: 'account' },
  recording_file: { id: 'recordingFile', recording: 'recordID' },
  recording_part: { id: 'part', segment: 'segment' },
  recording_segment: { id: 'segment', recording: 'roomRecording' },
  recording_share: { recording: 'recordID', account: 'account' },
  room_recording: {
    id: 'roomRecording',
    run: 'run',
    host: 'account',
    recorder: 'stay',
    recording: 'recordID',
  },
  sales_account: { id: 'salesAccount', owner: 'account', parent: 'salesAccount' },
  sales_opportunity: { id: 'opportunity', owner: 'account', sales_account: 'salesAccount' },
  sales_product: { id: 'product' },
  scheduled_test: { test: 'test', session: 'session', library_test: 'test' },
  session: {
    ...OF_A_SESSION,
    program: 'program',
    sales_account: 'salesAccount',
    sales_opportunity: 'opportunity',
  },
  session_member: { account: 'account', session: 'session' },
  session_template: { id: 'template', account: 'account' },
  test: { id: 'test', author: 'account', session: 'session' },
  test_attempt: { id: 'attempt', test: 'test' },
  transcript: { id: 'transcript', recording: 'recordID', host: 'account' },
  usage: { id: 'run', host: 'account', host_user_id: 'user' },
  web_acd_assignment: { queue: 'queue', account: 'account' },
  web_acd_queue: { id: 'queue' },
  web_acd_team: { manager: 'account', agent: 'account' },
};

/** Members that hold such a number, each by its way into the document; `*` is every entry of a list. */
type Ways = Readonly<Record<string, SpaceName>>;

const IN_A_SESSION: Ways = { programID: 'program', intAccountID: 'salesAccount', intOpptyID: 'opportunity' };

function below(way: string, ways: Ways): Ways {
  return Object.fromEntries(Object.entries(ways).map(([name, space]) => [`${way}.${name}`, space]));
}

const AN_ATTENDEE: Ways = {
  id: 'attendee',
  session: 'session',
  attendeeID: 'attendeeID',
  account: 'account',
};

/** What is told of somebody or of a session, and how it was. */
const SNAPSHOTS: Ways = {
  ...below('before', OF_A_SESSION),
  ...below('session', OF_A_SESSION),
  ...below('attendees.*', AN_ATTENDEE),
  ...below('removed.*', AN_ATTENDEE),
  'added.*': 'attendee',
  run: 'run',
  ...below('participant', { id: 'stay', account: 'account', attendee: 'attendee' }),
  ...below('account', { id: 'account', userId: 'user' }),
  recording: 'recordID',
  transcript: 'transcript',
};

export const IN_DOCUMENTS: Readonly<Record<string, Ways>> = {
  account: { 'salesCenter.smeInfo.products.prodID.*': 'product' },
  session: IN_A_SESSION,
  session_template: IN_A_SESSION,
  one_click: { 'sessionTemplate.value': 'template' },
  event: SNAPSHOTS,
  mail: { 'sketch.site.id': 'site', ...below('sketch.session', OF_A_SESSION) },
};

/** Texts with such a number at their end: `account 12`. */
export const IN_TEXTS: Readonly<Record<string, Readonly<Record<string, Ways>>>> = {
  event: { subject: { account: 'account', recording: 'recordID' } },
};

/** Names of the store's files, which begin with the row of their site. */
export const FILE_NAMES: Readonly<Record<string, string>> = {
  recording_file: 'name',
  recording_part: 'name',
};

/** Keys by which sessions and personal rooms are known: they stand in invitations and calendars, and never change. */
export const KEYS = ['session.session_key', 'account.access_code'] as const;
