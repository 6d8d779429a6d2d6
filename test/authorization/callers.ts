/** The twelve kinds of caller of the authorization matrix, each as they stand to one meeting of one host. */

export const CALLERS = {
  anonymous: 'nobody: without credentials, or in a browser that is not signed in',
  attendeeOnly: 'an account that only attends',
  otherHost: 'a host who has nothing to do with the meeting',
  invited: 'a host who is invited to it',
  alternateHost: 'its alternate host',
  creator: 'the host who scheduled it for its host, by their permission',
  host: 'its host',
  reader: 'an administrator who may only read',
  admin: 'a site administrator',
  foreignAdmin: 'an administrator of another site, who names what is of this one on their own',
  deactivated: 'an alternate host and administrator who was deactivated',
  expired: 'an alternate host and administrator whose password has expired',
} as const;

export type CallerName = keyof typeof CALLERS;

export const CALLER_NAMES = Object.keys(CALLERS) as CallerName[];

/** Sets of callers that often have the same right. */
export const MANAGERS = ['alternateHost', 'creator', 'host', 'admin'] as const;
/** Whose a training is. */
export const OWNERS = ['alternateHost', 'creator', 'host'] as const;
export const SEERS = [...MANAGERS, 'reader'] as const;
export const INVITED = [...SEERS, 'invited'] as const;
/** Whoever has the privilege to host. */
export const HOSTS = [
  'otherHost',
  'invited',
  'alternateHost',
  'creator',
  'host',
  'admin',
  'foreignAdmin',
] as const;
/** Every account of the site that may be used. */
export const OURS = ['attendeeOnly', 'otherHost', 'invited', ...MANAGERS, 'reader'] as const;
export const ACCOUNTS = [...OURS, 'foreignAdmin'] as const;
/** With whoever calls without credentials. */
export const EVERYBODY = ['anonymous', ...ACCOUNTS] as const;

/** The same on the site itself: in a browser nobody else is signed in. */
export const HOSTS_HERE = ['otherHost', 'invited', 'alternateHost', 'creator', 'host', 'admin'] as const;
export const EVERY_CALLER = CALLER_NAMES;

/** In a browser these are nobody: no sign-in of theirs is worth anything on the site. */
export const NOT_SIGNED_IN = ['foreignAdmin', 'deactivated', 'expired'] as const;

export function isOneOf(callers: readonly CallerName[], caller: CallerName): boolean {
  return callers.includes(caller);
}

/** What an answer may give away. Every answer of the matrix is searched for all of it. */
export const SECRETS = {
  topic: "the meeting's name",
  password: 'its password',
  agenda: 'its agenda',
  hostKey: "its host's key",
  people: 'who is invited',
  partnerID: "the site's partner id",
  hostTicket: "a ticket that opens the host's account",
  hostPIN: "the PIN of the host's personal room",
  rightAnswer: 'what is right in a test',
} as const;

export type SecretName = keyof typeof SECRETS;

/** Who is told which secret. */
export type Told = Partial<Readonly<Record<SecretName, readonly CallerName[]>>>;
