import type { ColumnType, Generated } from 'kysely';

/** The rows of every table. Times are milliseconds since 1970 in UTC; a flag is 0 or 1; a document is JSON text. */
export interface Tables {
  site: SiteTable;
  account: AccountTable;
  login_ticket: LoginTicketTable;
  session_ticket: SessionTicketTable;
  browser_session: BrowserSessionTable;
  account_image: AccountImageTable;
  session_template: SessionTemplateTable;
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

export interface BrowserSessionTable {
  hash: Bytes;
  account: number;
  csrf: string;
  created_at: number;
  used_at: number;
  credential_version: number;
  security_version: number;
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
