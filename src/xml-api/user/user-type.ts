/** `use:userType` and what is built on it (user.xsd; additions of 9.0.0 from the release notes and recordings). */
import { ACTIVE_STATES } from '../../accounts/account.ts';
import {
  COMM_OPTIONS,
  NBR_DIAL_OUTS,
  NOTIFICATION_MODES,
  OFFICE_SERVICES,
  OPTIONS,
  PRIVILEGES,
  SUPPORT_CLIENTS,
  SUPPORT_CONSOLES,
  SUPPORT_REQUESTS,
  SUPPORT_TABS,
} from '../../accounts/account-profile.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  group,
  int,
  integer,
  long,
  many,
  optional,
  optionals,
  text,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import {
  addressType,
  phonesType,
  recordingType,
  serviceTypeType,
  sharingColorType,
  sharingViewType,
  trackingType,
} from '../types/common.ts';
import { use } from '../types/namespaces.ts';

export const activeType = enumeration(use, 'activeType', ACTIVE_STATES);

const userPhonesType = extension(use, 'userPhonesType', phonesType, {
  phone2: optional(text()),
  mobilePhone2: optional(text()),
  pager: optional(text()),
  PIN: optional(text()),
});

const privilegeType = complex(use, 'privilegeType', optionals(PRIVILEGES, bool()));

const tspAccountType = complex(use, 'tspAccountType', {
  tollFreeCallInNumber: optional(text()),
  accountIndex: optional(int({ min: 1, max: 3 })),
  tollCallInNumber: optional(text()),
  subscriberAccessCode: optional(text()),
  participantAccessCode: optional(text()),
  createOnBridge: optional(bool()),
  defaultFlag: optional(bool()),
  custom1: optional(text()),
  custom2: optional(text()),
  custom3: optional(text()),
  tollFreeCallInData: optional(text()),
  tollCallInData: optional(text()),
  nbrDialOut: optional(enumeration(use, 'nbrDialOutType', NBR_DIAL_OUTS)),
  delete: optional(bool()),
});

const personalAccountType = complex(use, 'personalAccountType', {
  subscriberAccessCode: optional(text()),
  participantFullAccessCode: optional(text()),
  participantLimitedAccessCode: optional(text()),
  accountIndex: integer({ min: 1, max: 3 }),
  defaultFlag: optional(bool()),
  autoGenerate: optional(bool()),
  joinBeforeHost: optional(bool()),
  delete: optional(bool()),
});

const thirdPartyAccountType = complex(use, 'thirdPartyAccountType', {
  name: optional(text({ max: 32 })),
  confBridgeNum: optional(text({ max: 32 })),
  pause: optional(integer()),
  accessCode: optional(text({ max: 32 })),
  accountIndex: integer({ min: 1, max: 3 }),
  defaultFlag: optional(bool()),
  tollFreeNum: optional(text({ max: 32 })),
  moderatorCode: optional(text({ max: 32 })),
  phoneName1: optional(text({ max: 32 })),
  phoneName2: optional(text({ max: 32 })),
});

const mywebexType = complex(use, 'mywebexType', {
  isMyWebExPro: optional(bool()),
  myContact: optional(bool()),
  myProfile: optional(bool()),
  myMeetings: optional(bool()),
  myFolders: optional(bool()),
  trainingRecordings: optional(bool()),
  recordedEvents: optional(bool()),
  totalStorageSize: optional(long()),
  myReports: optional(bool()),
  myComputer: optional(long()),
  personalMeetingRoom: optional(bool()),
  myPartnerLinks: optional(bool()),
  myWorkspaces: optional(bool()),
  additionalRecordingStorage: optional(long()),
});

const prNotificationType = complex(use, 'PRNotificationType', {
  mode: many(enumeration(use, 'PRNotificationTypeEnum', NOTIFICATION_MODES)),
});

const personalMeetingRoomType = complex(use, 'personalMeetingRoomType', {
  welcomeMessage: optional(text()),
  photoURL: optional(text()),
  headerImageBranding: optional(bool()),
  headerImageURL: optional(text()),
  title: optional(text({ max: 256 })),
  personalMeetingRoomURL: optional(text()),
  sipURL: optional(text()),
  accessCode: optional(text()),
  hostPIN: optional(text({ max: 8 })),
  applyPMRForInstantMeeting: optional(bool()),
  PMRAutoLock: optional(bool()),
  PMRAutoLockWaitTime: optional(int({ min: 0, max: 1440 })),
  PRNotifications: optional(prNotificationType),
});

const sessionOptionsType = complex(use, 'sessionOptionsType', {
  defaultSessionType: optional(integer()),
  defaultServiceType: optional(serviceTypeType),
  autoDeleteAfterMeetingEnd: optional(bool()),
  displayQuickStartHost: optional(bool()),
  displayQuickStartAttendees: optional(bool()),
});

const securityType = complex(use, 'securityType', {
  forceChangePassword: optional(bool()),
  resetPassword: optional(bool()),
  lockAccount: optional(bool()),
});

export const webACDUserRoleType = complex(use, 'webACDUserRoleType', {
  isAgent: optional(bool()),
  isMgr: optional(bool()),
});

const webACDPrefsType = extension(use, 'webACDPrefsType', webACDUserRoleType, {
  numAgentSessions: optional(int()),
  agentMonitorAllRSQueues: optional(bool()),
  managerMonitorAllRSQueues: optional(bool()),
  monitorAllRSAgents: optional(bool()),
});

const sharingAndRecordingType = complex(use, 'sharingAndRecordingType', {
  sharingView: optional(sharingViewType),
  sharingColor: optional(sharingColorType),
  recording: optional(group({ enforce: bool(), type: optional(recordingType), location: optional(text()) })),
});

const remoteSupportType = extension(use, 'remoteSupportType', sharingAndRecordingType, {
  autoRequest: optional(
    group({
      enable: bool(),
      request: optional(enumeration(use, 'scRequestType', SUPPORT_REQUESTS)),
    }),
  ),
  defaultClient: optional(
    group({
      type: enumeration(use, 'scClientType', SUPPORT_CLIENTS),
      singleSessClient: optional(enumeration(use, 'scConsoleType', SUPPORT_CONSOLES)),
    }),
  ),
});

/** In the order of recorded answers. Requests may bring the elements in any order. */
export const userType = extension(use, 'userType', bodyContentType, {
  firstName: optional(text({ max: 64, sample: 'Holly' })),
  lastName: optional(text({ max: 64, sample: 'Host' })),
  title: optional(text()),
  categoryId: optional(int()),
  description: optional(text({ keepSpace: true })),
  officeGreeting: optional(text({ keepSpace: true })),
  company: optional(text()),
  webExId: text({ max: 128, sample: 'hostid' }),
  address: optional(addressType),
  phones: optional(userPhonesType),
  email: optional(text({ max: 192, sample: 'hostid@acme.com' })),
  email2: optional(text({ max: 192 })),
  officeurl: optional(text()),
  password: optional(text({ max: 60, secret: true, sample: 'P@ssword123' })),
  passwordHint: optional(text({ secret: true })),
  passwordHintAnswer: optional(text({ secret: true })),
  personalUrl: optional(text({ max: 128 })),
  expirationDate: optional(text()),
  commOptions: optional(complex(use, 'commOptionsType', optionals(COMM_OPTIONS, bool()))),
  meetingTypes: optional(group({ meetingType: many(long()) })),
  options: optional(complex(use, 'optionsType', optionals(OPTIONS, bool()))),
  timeZoneID: optional(long()),
  timeZone: optional(text()),
  timeZoneWithDST: optional(text()),
  tracking: optional(trackingType),
  service: optional(enumeration(use, 'serviceType', OFFICE_SERVICES)),
  privilege: optional(privilegeType),
  language: optional(text()),
  locale: optional(text()),
  schedulingPermission: optional(text({ keepEmpty: true })),
  active: optional(activeType),
  defaultCallIn: optional(group({})),
  tspAccount: optional(group({ tspAccount: many(tspAccountType, { max: 3 }) })),
  supportedServices: optional(
    complex(use, 'supportedServicesType', {
      meetingCenter: optional(bool()),
      trainingCenter: optional(bool()),
      supportCenter: optional(bool()),
      eventCenter: optional(bool()),
      salesCenter: optional(bool()),
    }),
  ),
  myWebEx: optional(mywebexType),
  personalTeleconf: optional(
    group({ account: many(personalAccountType, { max: 3 }), joinBeforeHost: optional(bool()) }),
  ),
  thirdPartyTeleconf: optional(group({ account: many(thirdPartyAccountType, { max: 3 }) })),
  personalMeetingRoom: optional(personalMeetingRoomType),
  sessionOptions: optional(sessionOptionsType),
  supportCenter: optional(
    group({
      orderTabs: optional(
        group({ tab: many(enumeration(use, 'scTabType', SUPPORT_TABS), { min: 4, max: 4 }) }),
      ),
      serviceDesk: optional(group({ enable: optional(bool()) })),
    }),
  ),
  mpProfileNumber: optional(text({ max: 64 })),
  security: optional(securityType),
  languageID: optional(long()),
  webACDPrefs: optional(webACDPrefsType),
  remoteSupport: optional(remoteSupportType),
  remoteAccess: optional(sharingAndRecordingType),
});

export const userInstanceType = extension(use, 'userInstanceType', userType, {
  registrationDate: optional(text()),
  visitCount: optional(integer()),
  userId: optional(long()),
});

const salesRoleType = complex(use, 'salesRoleType', {
  rep: optional(bool()),
  mgr: optional(bool()),
  asst: optional(bool()),
  sme: optional(bool()),
});

/** The sales role as requests bring it and as answers show it: products are known by their numbers. */
export const salesCenterType = complex(use, 'salesCenterType', {
  roles: optional(salesRoleType),
  manager: optional(text({ max: 128 })),
  smeInfo: optional(
    complex(use, 'salesSmeType', {
      description: optional(text({ max: 512 })),
      products: optional(complex(use, 'salesProductsType', { prodID: many(integer(), { min: 1 }) })),
    }),
  ),
});

export const eventCenterType = complex(use, 'eventCenterType', {
  optimizeAttendeeBandwidthUsage: optional(bool()),
});
