/** Scopes of the REST interface: what a token may be used for, each by its name in the interface. */

/**
 * `user` is what a person does for themselves. `admin` is what is done to a whole site, which takes an administrator;
 * `adminRead` is the part of it that an administrator may do who only reads the site.
 */
export type ScopeKind = 'user' | 'admin' | 'adminRead';

/** The words of a scope stand in the texts of pages and console, under its name with other signs than letters made `_`. */
export const SCOPES = {
  'meeting:schedules_read': 'user',
  'meeting:schedules_write': 'user',
  'meeting:recordings_read': 'user',
  'meeting:recordings_write': 'user',
  'meeting:transcripts_read': 'user',
  'meeting:transcripts_write': 'user',
  'meeting:summaries_read': 'user',
  'meeting:summaries_write': 'user',
  'meeting:preferences_read': 'user',
  'meeting:preferences_write': 'user',
  'meeting:participants_read': 'user',
  'meeting:participants_write': 'user',
  'meeting:controls_read': 'user',
  'meeting:controls_write': 'user',
  'spark:people_read': 'user',
  'spark:kms': 'user',
  'spark:all': 'user',
  'meeting:admin_schedule_read': 'adminRead',
  'meeting:admin_schedule_write': 'admin',
  'meeting:admin_recordings_read': 'adminRead',
  'meeting:admin_recordings_write': 'admin',
  'meeting:admin_transcripts_read': 'adminRead',
  'meeting:admin_preferences_read': 'adminRead',
  'meeting:admin_preferences_write': 'admin',
  'meeting:admin_participants_read': 'adminRead',
  'meeting:admin_config_read': 'adminRead',
  'meeting:admin_config_write': 'admin',
  'meeting:group_meeting_read': 'adminRead',
  'meeting:group_meeting_write': 'admin',
  'spark-admin:people_read': 'adminRead',
  'spark-admin:people_write': 'admin',
  'spark-compliance:meetings_read': 'adminRead',
  'spark-compliance:meetings_write': 'admin',
} as const satisfies Readonly<Record<string, ScopeKind>>;

export type Scope = keyof typeof SCOPES;

export const SCOPE_NAMES = Object.keys(SCOPES) as readonly Scope[];

/** Makes a session ticket of a token, and with it everything that its account may do in the XML API. */
export const EVERYTHING: Scope = 'spark:all';

/** Is in every grant of the original, whether it was asked for or not, and lets nobody do anything. */
export const ALWAYS_GRANTED: Scope = 'spark:kms';

/**
 * Scopes that clients of the original ask for, and that open nothing here: there are no summaries or groups,
 * and nobody changes meetings for compliance. They are granted where they are asked for, and offered nowhere.
 */
const OPENS_NOTHING: ReadonlySet<Scope> = new Set<Scope>([
  ALWAYS_GRANTED,
  'meeting:summaries_read',
  'meeting:summaries_write',
  'meeting:group_meeting_read',
  'meeting:group_meeting_write',
  'spark-compliance:meetings_write',
]);

/** What people may choose from. */
export const OFFERED_SCOPES: readonly Scope[] = SCOPE_NAMES.filter((name) => !OPENS_NOTHING.has(name));

export function isScope(name: string): name is Scope {
  return Object.hasOwn(SCOPES, name);
}

/** Whether it is about a whole site, and takes an administrator. */
export function isOfSite(name: string): boolean {
  return isScope(name) && SCOPES[name] !== 'user';
}

/** @returns names in the order in which they were asked for, each once. Nothing says whether they are scopes */
export function scopeNames(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((name) => name !== ''))];
}

/**
 * What is left of granted scopes, when an administrator has taken some from the integration since.
 * @param scopes of the integration, as they are now
 */
export function stillAllowed(granted: Iterable<string>, scopes: readonly string[]): string[] {
  return [...granted].filter((name) => name === ALWAYS_GRANTED || scopes.includes(name));
}

/** As it is stored, and as OAuth 2 writes it (RFC 6749, 3.3). */
export function scopeText(scopes: Iterable<string>): string {
  return [...scopes].join(' ');
}
