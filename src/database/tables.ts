import type { ColumnType, Generated } from 'kysely';

/** The rows of every table. Times are milliseconds since 1970 in UTC; a flag is 0 or 1; a document is JSON text. */
export interface Tables {
  site: SiteTable;
  account: AccountTable;
  login_ticket: LoginTicketTable;
  session_ticket: SessionTicketTable;
  password_reset: PasswordResetTable;
  browser_session: BrowserSessionTable;
  account_image: AccountImageTable;
  session_template: SessionTemplateTable;
  session: SessionTable;
  used_key: UsedKeyTable;
  session_member: SessionMemberTable;
  occurrence: OccurrenceTable;
  session_count: SessionCountTable;
  attendee: AttendeeTable;
  mail: MailTable;
  contact: ContactTable;
  dist_list: DistListTable;
  dist_list_contact: DistListContactTable;
  one_click: OneClickTable;
  saml_request: SamlRequestTable;
  used_assertion: UsedAssertionTable;
  saml_hand_over: SamlHandOverTable;
  installation_key: InstallationKeyTable;
  throttle: ThrottleTable;
  guess: GuessTable;
  run: RunTable;
  stay: StayTable;
  usage: UsageTable;
  attendance: AttendanceTable;
}

export type SiteType = 1 | 2 | 3 | 4 | 5;
export type SiteStatus = 'ACTIVE' | 'CLOSED';
export type AccountActive = 'ACTIVATED' | 'REQUEST_TO_ACTIVATE' | 'DEACTIVATED';
export type ImageKind = 'Photo' | 'Header';

type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;
type Flag = 0 | 1;

export interface SiteTable {
  id: Generated<number>;
  /** The public siteID. */
  site_id: number;
  /** Lower case. */
  name: string;
  type: SiteType;
  status: SiteStatus;
  security_version: number;
  version: number;
  created_at: number;
  document: string;
}

/** A column that ends in `_key` holds the lower-cased text of its neighbour, to find and to sort by. */
export interface AccountTable {
  id: Generated<number>;
  site: number;
  user_id: number;
  webex_id: string;
  webex_id_key: string;
  email: string;
  email_key: string;
  first_name: string;
  first_name_key: string;
  last_name: string;
  last_name_key: string;
  active: AccountActive;
  /** A bit set. */
  privileges: number;
  registered_at: number;
  expires_at: number | null;
  personal_url: string;
  personal_url_key: string;
  /** The key of the personal room, unique in the whole installation. */
  access_code: string | null;
  time_zone_id: number;
  category_id: number;
  visit_count: number;
  locked: Flag;
  password_hash: string | null;
  password_changed_at: number;
  credential_version: number;
  failed_sign_ins: number;
  failed_since: number;
  version: number;
  document: string;
}

export interface LoginTicketTable {
  hash: Bytes;
  account: number;
  nonce: Bytes;
  created_at: number;
  expires_at: number;
  credential_version: number;
  used_at: number | null;
}

export interface SessionTicketTable {
  hash: Bytes;
  account: number;
  created_at: number;
  expires_at: number;
  credential_version: number;
  security_version: number;
}

export interface PasswordResetTable {
  hash: Bytes;
  account: number;
  credential_version: number;
  created_at: number;
  expires_at: number;
}

export interface BrowserSessionTable {
  hash: Bytes;
  account: number;
  csrf: string;
  created_at: number;
  used_at: number;
  credential_version: number;
  security_version: number;
  /** SHA-256 of the NameID that SAML signed the session in with. */
  saml_name: Bytes | null;
  /** JSON of the SamlSession. */
  saml_session: string | null;
}

export interface AccountImageTable {
  /** 32 hexadecimal digits. */
  token: string;
  account: number;
  kind: ImageKind;
  media_type: string;
  bytes: Bytes;
  created_at: number;
}

export interface SessionTemplateTable {
  id: Generated<number>;
  site: number;
  /** Null for a template of the site. */
  account: number | null;
  name: string;
  name_key: string;
  service_type: string;
  document: string;
}

export type ServiceType =
  | 'MeetingCenter'
  | 'EventCenter'
  | 'TrainingCenter'
  | 'SupportCenter'
  | 'SalesCenter';
export type ListStatus = 'PUBLIC' | 'PRIVATE' | 'UNLISTED';

export interface SessionTable {
  id: Generated<number>;
  site: number;
  host: number;
  creator: number;
  /** Nine digits, never used again. */
  session_key: number;
  /** The MTIDs of the two links. */
  host_token: string;
  attendee_token: string;
  service: ServiceType;
  session_type: number;
  name: string;
  name_key: string;
  /** The first start of a series. */
  start_at: number;
  /** The last end of a series. */
  end_at: number;
  /** Minutes. */
  duration: number;
  time_zone_id: number;
  recurring: Flag;
  /** How far the occurrences have been worked out; null when there are no more. */
  occurrences_until: number | null;
  /** The series that this one is an exception to, and which of its starts it stands for. */
  series: number | null;
  original_start_at: number | null;
  list_status: ListStatus;
  password_required: Flag;
  registration: Flag;
  in_progress: Flag;
  actual_start_at: number | null;
  host_joined: Flag;
  participants_joined: Flag;
  /** The calendar's SEQUENCE. */
  sequence: number;
  version: number;
  created_at: number;
  document: string;
}

export interface UsedKeyTable {
  session_key: number;
}

export interface SessionMemberTable {
  account: number;
  session: number;
  /** A bit set: host 1, alternate host 2, invited 4. */
  kinds: number;
  /** That of the session. */
  start_at: number;
}

export interface OccurrenceTable {
  session: number;
  site: number;
  start_at: number;
  end_at: number;
}

export interface SessionCountTable {
  site: number;
  service: ServiceType;
  session_type: number;
  sessions: number;
}

export type AttendeeRole = 'ATTENDEE' | 'PRESENTER' | 'HOST' | 'LIMITED';
export type JoinStatus = 'REGISTER' | 'INVITE' | 'REJECT' | 'ACCEPT';

export interface AttendeeTable {
  id: Generated<number>;
  /** Nine digits. */
  attendee_id: number;
  session: number;
  account: number | null;
  email: string;
  email_key: string;
  name: string;
  role: AttendeeRole;
  join_status: JoinStatus;
  register_id: number | null;
  registered_at: number | null;
  document: string;
}

export type MailState = 'WAITING' | 'SENT' | 'FAILED' | 'KEPT' | 'CANCELLED';

export interface MailTable {
  id: Generated<number>;
  site: number;
  session_key: number | null;
  kind: string;
  recipient: string;
  state: MailState;
  due_at: number;
  attempts: number;
  /** Until then nobody touches it: a process has it in hand, or it waits for its next attempt. */
  claimed_until: number;
  sent_at: number | null;
  problem: string | null;
  created_at: number;
  document: string;
}

export interface ContactTable {
  id: Generated<number>;
  account: number;
  email: string;
  email_key: string;
  name_key: string;
  address_type: 'PERSONAL' | 'GLOBAL';
  document: string;
}

export interface DistListTable {
  id: Generated<number>;
  account: number;
  name: string;
  name_key: string;
  description: string | null;
  address_type: 'PERSONAL' | 'GLOBAL';
}

export interface DistListContactTable {
  dist_list: number;
  contact: number;
}

export interface OneClickTable {
  account: number;
  document: string;
}

/** What the site has asked an identity provider: a sign-in or a logout. */
export interface SamlRequestTable {
  /** SHA-256 of the request's ID. */
  hash: Bytes;
  site: number;
  kind: 'AuthnRequest' | 'LogoutRequest';
  /** SHA-256 of the secret in the browser that asked. */
  binding: Bytes | null;
  target: string | null;
  created_at: number;
  expires_at: number;
}

/** Each assertion, and each logout request of a provider, is taken once. */
export interface UsedAssertionTable {
  site: number;
  /** SHA-256 of its ID. */
  hash: Bytes;
  /** From then on the message is refused by its own times. */
  expires_at: number;
}

/** A sign-in that has been verified, until the browser takes it up. */
export interface SamlHandOverTable {
  /** SHA-256 of the code. */
  hash: Bytes;
  site: number;
  account: number;
  credential_version: number;
  /** Null when the identity provider began. */
  binding: Bytes | null;
  target: string | null;
  /** JSON of the SamlSession. */
  saml_session: string;
  expires_at: number;
}

/** Keys of the installation that all of its processes share. */
export interface InstallationKeyTable {
  name: string;
  /** PEM. */
  certificate: string;
  /** The private key under the installation's secret: nonce, tag, PKCS #8. */
  sealed: Bytes;
  created_at: number;
}

export interface ThrottleTable {
  site: number;
  throttle_group: 'userOperations' | 'meetingWrites' | 'meetingLists';
  window_start: number;
  /** Calls that processes have reserved in the window. */
  used: number;
}

export interface GuessTable {
  site: number;
  session_key: number;
  /** Where they come from; the empty text stands for everywhere. */
  network: string;
  /** When the first of them was counted. */
  since: number;
  wrong: number;
}

/** A session or a personal room that runs now. */
export interface RunTable {
  id: Generated<number>;
  site: number;
  session_key: number;
  /** Null for a personal room. */
  session: number | null;
  started_at: number;
  /** People at once. */
  capacity: number;
  /** People ask to be let in. */
  admission: Flag;
  locked: Flag;
  /** When it locks itself. */
  lock_at: number | null;
  host_joined: Flag;
  participants_joined: Flag;
  /** The most people at once so far. */
  peak: number;
  /** Raised by every change of it and of its people. */
  version: number;
}

export type StayState = 'WAITING' | 'IN' | 'LEFT' | 'REFUSED' | 'EXPELLED' | 'ENDED';

export interface StayTable {
  id: Generated<number>;
  /** What the others in the room know the stay by. */
  public_id: string;
  /** SHA-256 of what the browser shows for it. */
  token_hash: Bytes;
  site: number;
  run: number;
  session_key: number;
  state: StayState;
  name: string;
  email: string;
  account: number | null;
  attendee: number | null;
  is_host: Flag;
  /** When he was let in, or came to wait. */
  joined_at: number;
  /** A stay that is not renewed until then is over. */
  lease_until: number;
  ended_at: number | null;
  document: string;
}

/** How a run came to its end: the host ended it, everybody had left, or the last were lost. */
export type UsageEnd = 'ENDED' | 'LEFT' | 'LOST';

/** One time that a session ran. Numbers and names are those of then. */
export interface UsageTable {
  /** That of its run. */
  id: number;
  site: number;
  session_key: number;
  conf_id: number;
  name: string;
  service: ServiceType;
  session_type: number;
  audio_only: Flag;
  host: number;
  host_user_id: number;
  host_webex_id: string;
  host_name: string;
  host_email: string;
  time_zone_id: number;
  /** As it was scheduled; null for a personal room. */
  start_at: number | null;
  /** Minutes; null for a personal room. */
  duration: number | null;
  started_at: number;
  /** Null while it runs; what follows is known when it has ended. */
  ended_at: number | null;
  end_reason: UsageEnd | null;
  participants: number;
  peak: number;
  /** Milliseconds that people were there, all together. */
  people_time: number;
  document: string;
}

/** How somebody's time came to its end: the session did, he left, was put out, or was lost. */
export type AttendanceEnd = 'ENDED' | 'LEFT' | 'EXPELLED' | 'LOST';

/** One time that somebody was in a run. */
export interface AttendanceTable {
  /** That of its stay. */
  id: number;
  usage: number;
  name: string;
  email: string;
  account: number | null;
  attendee: number | null;
  is_host: Flag;
  joined_at: number;
  left_at: number | null;
  end_reason: AttendanceEnd | null;
  document: string;
}
