/** What may be said of an account: its elements by groups, each of which may be left out. */
import {
  COMM_OPTIONS,
  OFFICE_SERVICES,
  OPTIONS,
  PRIVILEGES,
  SERVICES,
  TRACKING_CODES,
} from '../../accounts/account-profile.ts';
import { SERVICE_TYPES } from '../../sites/service-type.ts';
import {
  type CallShape,
  email,
  flag,
  object,
  oneOf,
  optional,
  record,
  type ShapeValue,
  text,
  whole,
} from '../api/call-shape.ts';

/** Members of one kind, under names that are known. */
function each<N extends string, T>(
  names: readonly N[],
  shape: CallShape<T>,
): CallShape<{ readonly [K in N]?: T }> {
  const members = Object.fromEntries(names.map((name) => [name, optional(shape)]));
  return object(members) as CallShape<{ readonly [K in N]?: T }>;
}

/** An address may be taken away by an empty text. */
function addressOrNothing(): CallShape<string> {
  const [address, nothing] = [email(), text({ max: 192 })];
  return {
    form: `${address.form}, or nothing`,
    read: (value, name) => (value === '' ? nothing.read(value, name) : address.read(value, name)),
  };
}

export const ADDRESS_LINES = ['address1', 'address2', 'city', 'state', 'zipCode', 'country'] as const;
export const PHONE_NUMBERS = [
  'phone',
  'mobilePhone',
  'phone2',
  'mobilePhone2',
  'fax',
  'pager',
  'PIN',
] as const;
export const MY_WEBEX_FLAGS = [
  'isMyWebExPro',
  'myContact',
  'myProfile',
  'myMeetings',
  'myFolders',
  'trainingRecordings',
  'recordedEvents',
  'myReports',
  'personalMeetingRoom',
  'myPartnerLinks',
  'myWorkspaces',
] as const;
export const MY_WEBEX_SIZES = ['totalStorageSize', 'myComputer', 'additionalRecordingStorage'] as const;
export const AGENT_FLAGS = [
  'isAgent',
  'isMgr',
  'agentMonitorAllRSQueues',
  'managerMonitorAllRSQueues',
  'monitorAllRSAgents',
] as const;

const name = optional(text({ min: 1, max: 64 }));
const line = optional(text({ max: 1024 }));

export const WEBEX_ID = text({
  min: 1,
  max: 128,
  pattern: /^[^\p{Cc}<>"\\]+$/u,
  rule: 'must not contain control characters, <, >, " or \\',
});

const MEMBERS = {
  webExID: optional(WEBEX_ID),
  email: optional(email()),
  firstName: name,
  lastName: name,
  title: line,
  company: line,
  description: optional(text({ max: 1024, lines: true })),
  officeGreeting: optional(text({ max: 1024, lines: true })),
  email2: optional(addressOrNothing()),
  officeurl: line,
  address: optional(each(ADDRESS_LINES, text({ max: 128 }))),
  phones: optional(each(PHONE_NUMBERS, text({ max: 128 }))),
  timeZoneID: optional(whole({ max: 61 })),
  languageID: optional(whole({ min: 1, max: 99 })),
  expiresOn: optional(
    text({ pattern: /^(?:\d{4}-\d{2}-\d{2})?$/, rule: 'must be a day such as 2030-12-31, or nothing' }),
  ),
  categoryId: optional(whole({ max: 2_000_000_000 })),
  locked: optional(flag()),
  privileges: optional(each(PRIVILEGES, flag())),
  sessionTypes: optional(record(flag(), { max: 200 })),
  supportedServices: optional(each(SERVICES, flag())),
  personalUrl: optional(
    text({
      min: 1,
      max: 128,
      pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
      rule: 'must be letters, digits, dots, hyphens and underscores',
    }),
  ),
  personalMeetingRoom: optional(
    object({
      title: optional(text({ max: 256 })),
      welcomeMessage: optional(text({ max: 1024, lines: true })),
      hostPIN: optional(text({ pattern: /^\d{4}$/, rule: 'must be four digits' })),
      headerImageBranding: optional(flag()),
      applyPMRForInstantMeeting: optional(flag()),
      PMRAutoLock: optional(flag()),
      PMRAutoLockWaitTime: optional(whole({ max: 1440 })),
      notifiesByEmail: optional(flag()),
      notifiesBySms: optional(flag()),
    }),
  ),
  tracking: optional(each(TRACKING_CODES, text({ max: 128 }))),
  security: optional(object({ forceChangePassword: optional(flag()), resetPassword: optional(flag()) })),
  passwordHint: line,
  passwordHintAnswer: line,
  schedulingPermission: line,
  sessionOptions: optional(
    object({
      defaultSessionType: optional(whole({ max: 999_999 })),
      defaultServiceType: optional(oneOf(SERVICE_TYPES)),
      autoDeleteAfterMeetingEnd: optional(flag()),
      displayQuickStartHost: optional(flag()),
      displayQuickStartAttendees: optional(flag()),
    }),
  ),
  service: optional(oneOf(OFFICE_SERVICES)),
  commOptions: optional(each(COMM_OPTIONS, flag())),
  options: optional(each(OPTIONS, flag())),
  myWebEx: optional(
    object({
      ...Object.fromEntries(MY_WEBEX_FLAGS.map((one) => [one, optional(flag())])),
      ...Object.fromEntries(MY_WEBEX_SIZES.map((one) => [one, optional(whole({ max: 2_000_000_000 }))])),
    }) as CallShape<
      { readonly [K in (typeof MY_WEBEX_FLAGS)[number]]?: boolean } & {
        readonly [K in (typeof MY_WEBEX_SIZES)[number]]?: number;
      }
    >,
  ),
  webACDPrefs: optional(
    object({
      ...Object.fromEntries(AGENT_FLAGS.map((one) => [one, optional(flag())])),
      numAgentSessions: optional(whole({ max: 1000 })),
    }) as CallShape<
      { readonly [K in (typeof AGENT_FLAGS)[number]]?: boolean } & { readonly numAgentSessions?: number }
    >,
  ),
  serviceDesk: optional(flag()),
  optimizeAttendeeBandwidthUsage: optional(flag()),
  mpProfileNumber: optional(text({ max: 64 })),
};

export const accountShape = object(MEMBERS);
export type AccountWish = ShapeValue<typeof accountShape>;
