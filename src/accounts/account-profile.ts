/** What an account holds beside what is searched and sorted. The names are the interface's own (userType of the user service). */

import type { SpokenLanguage } from '../language.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { MeetingPreferences } from './meeting-preferences.ts';

export const PRIVILEGES = [
  'host',
  'teleConfCallOut',
  'teleConfCallOutInternational',
  'teleConfCallIn',
  'teleConfTollFreeCallIn',
  'siteAdmin',
  'voiceOverIp',
  'roSiteAdmin',
  'labAdmin',
  'otherTelephony',
  'teleConfCallInInternational',
  'attendeeOnly',
  'recordingEditor',
  'meetingAssist',
  'allowExtAttendees',
  'HQvideo',
  'HDvideo',
  'isEnableCET',
  'isEnablePMR',
  'teleCLIAuthEnabled',
  'teleCLIPINEnabled',
] as const;
export type Privilege = (typeof PRIVILEGES)[number];
export type Privileges = Readonly<Record<Privilege, boolean>>;

export const COMM_OPTIONS = [
  'prodAnnounce',
  'trainingInfo',
  'electronicInfo',
  'promos',
  'press',
  'email',
  'fax',
  'phone',
  'mail',
] as const;
export type CommOption = (typeof COMM_OPTIONS)[number];

export const OPTIONS = [
  'firstNameVisible',
  'lastNameVisible',
  'addressVisible',
  'workPhoneVisible',
  'cellPhoneVisible',
  'pagerVisible',
  'faxVisible',
  'officeUrlVisible',
  'pictureVisible',
  'notifyOnNewMessage',
  'notifyOnMeeting',
  'followMeEnable',
  'emailVisible',
  'listInCategory',
  'titleVisible',
  'folderRead',
  'folderWrite',
  'messageVisible',
  'iconSelect1',
  'iconSelect2',
  'acceptLinkRequest',
  'holdOnLinkRequest',
  'notifyOnLinkRequest',
  'supportVideo',
  'supportApp',
  'supportFileShare',
  'supportDesktopShare',
  'supportMeetingRecord',
  'supportAppshareRemote',
  'supportWebTourRemote',
  'supportDesktopShareRemote',
  'subscriptionOffice',
] as const;
export type Option = (typeof OPTIONS)[number];

export const SERVICES = [
  'meetingCenter',
  'trainingCenter',
  'supportCenter',
  'eventCenter',
  'salesCenter',
] as const;
export type ServiceName = (typeof SERVICES)[number];

export const TRACKING_CODES = [
  'trackingCode1',
  'trackingCode2',
  'trackingCode3',
  'trackingCode4',
  'trackingCode5',
  'trackingCode6',
  'trackingCode7',
  'trackingCode8',
  'trackingCode9',
  'trackingCode10',
] as const;
export type TrackingCodes = { readonly [K in (typeof TRACKING_CODES)[number]]?: string | undefined };

export const OFFICE_SERVICES = ['FREE_OFFICE', 'STANDARD_OFFICE', 'PRO_OFFICE'] as const;
export const NOTIFICATION_MODES = ['EMAIL', 'SMS'] as const;
export const SUPPORT_TABS = ['Tools', 'Desktop', 'Application', 'Session'] as const;
export const NBR_DIAL_OUTS = ['TOLL_FREE', 'TOLL'] as const;
export const SHARING_VIEWS = ['FS_SCALE', 'FS', 'WIN_SCALE', 'WIN'] as const;
export const SHARING_COLORS = ['256', '16BIT'] as const;
export const RECORDING_KINDS = ['NBR', 'LOCAL'] as const;
export const SUPPORT_REQUESTS = ['DESK_VIEW', 'DESK_CTRL', 'APP_VIEW', 'APP_CTRL'] as const;
export const SUPPORT_CONSOLES = ['NEW_CONSL', 'OLD_CONSL'] as const;
export const SUPPORT_CLIENTS = ['MULTI_SESS', 'SINGLE_SESS'] as const;
export const IMAGE_KINDS = ['Photo', 'Header'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

export interface Address {
  readonly addressType?: 'PERSONAL' | 'GLOBAL' | undefined;
  readonly address1?: string | undefined;
  readonly address2?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly zipCode?: string | undefined;
  readonly country?: string | undefined;
}

export interface Phones {
  readonly phone?: string | undefined;
  readonly mobilePhone?: string | undefined;
  readonly fax?: string | undefined;
  readonly phone2?: string | undefined;
  readonly mobilePhone2?: string | undefined;
  readonly pager?: string | undefined;
  readonly PIN?: string | undefined;
}

export interface TspAccount {
  readonly tollFreeCallInNumber?: string | undefined;
  readonly accountIndex?: number | undefined;
  readonly tollCallInNumber?: string | undefined;
  readonly subscriberAccessCode?: string | undefined;
  readonly participantAccessCode?: string | undefined;
  readonly createOnBridge?: boolean | undefined;
  readonly defaultFlag?: boolean | undefined;
  readonly custom1?: string | undefined;
  readonly custom2?: string | undefined;
  readonly custom3?: string | undefined;
  readonly tollFreeCallInData?: string | undefined;
  readonly tollCallInData?: string | undefined;
  readonly nbrDialOut?: (typeof NBR_DIAL_OUTS)[number] | undefined;
}

export interface PersonalAccount {
  readonly subscriberAccessCode?: string | undefined;
  readonly participantFullAccessCode?: string | undefined;
  readonly participantLimitedAccessCode?: string | undefined;
  readonly accountIndex: number;
  readonly defaultFlag?: boolean | undefined;
  readonly autoGenerate?: boolean | undefined;
  readonly joinBeforeHost?: boolean | undefined;
}

export interface ThirdPartyAccount {
  readonly name?: string | undefined;
  readonly confBridgeNum?: string | undefined;
  readonly pause?: number | undefined;
  readonly accessCode?: string | undefined;
  readonly accountIndex: number;
  readonly defaultFlag?: boolean | undefined;
  readonly tollFreeNum?: string | undefined;
  readonly moderatorCode?: string | undefined;
  readonly phoneName1?: string | undefined;
  readonly phoneName2?: string | undefined;
}

export interface SharingAndRecording {
  readonly sharingView?: (typeof SHARING_VIEWS)[number] | undefined;
  readonly sharingColor?: (typeof SHARING_COLORS)[number] | undefined;
  readonly recording?:
    | {
        readonly enforce: boolean;
        readonly type?: (typeof RECORDING_KINDS)[number] | undefined;
        readonly location?: string | undefined;
      }
    | undefined;
}

export interface PersonalRoom {
  readonly title?: string | undefined;
  readonly welcomeMessage?: string | undefined;
  readonly headerImageBranding: boolean;
  /** Four digits that the host says to call in. */
  readonly hostPIN: string;
  readonly applyPMRForInstantMeeting: boolean;
  readonly PMRAutoLock: boolean;
  /** Minutes after the start. */
  readonly PMRAutoLockWaitTime: number;
  readonly notificationModes: readonly (typeof NOTIFICATION_MODES)[number][];
}

export interface SalesCenterRole {
  readonly roles?:
    | { readonly rep?: boolean; readonly mgr?: boolean; readonly asst?: boolean; readonly sme?: boolean }
    | undefined;
  readonly manager?: string | undefined;
  readonly smeInfo?:
    | {
        readonly description?: string | undefined;
        readonly products?: { readonly prodID: readonly number[] } | undefined;
      }
    | undefined;
}

/** How somebody likes the pages to be; what they have not chosen is not here. */
export interface Preferences {
  readonly language?: SpokenLanguage | 'asked' | undefined;
  readonly theme?: 'light' | 'dark' | 'system' | undefined;
}

/** What a directory says of a person, and the XML interface has no element for. */
export interface DirectoryEntry {
  readonly nickName?: string | undefined;
  readonly department?: string | undefined;
  readonly manager?: string | undefined;
  /** As whoever wrote it named them. */
  readonly managerId?: string | undefined;
}

/** What an account holds beside the columns that are searched and sorted. */
export interface Profile {
  readonly preferences?: Preferences | undefined;
  readonly meetingPreferences?: MeetingPreferences | undefined;
  readonly directory?: DirectoryEntry | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly officeGreeting?: string | undefined;
  readonly company?: string | undefined;
  readonly address: Address;
  readonly phones: Phones;
  readonly email2?: string | undefined;
  readonly officeurl?: string | undefined;
  readonly passwordHint?: string | undefined;
  readonly passwordHintAnswer?: string | undefined;
  readonly commOptions: Readonly<Record<CommOption, boolean>>;
  readonly meetingTypes: readonly number[];
  readonly options: Readonly<Record<Option, boolean>>;
  readonly tracking: TrackingCodes;
  readonly service: (typeof OFFICE_SERVICES)[number];
  readonly languageID: number;
  readonly locale: string;
  /** webExIDs that may schedule for this account, separated by semicolons. */
  readonly schedulingPermission?: string | undefined;
  readonly tspAccounts: readonly TspAccount[];
  readonly supportedServices: Readonly<Record<ServiceName, boolean>>;
  readonly myWebEx: {
    readonly isMyWebExPro: boolean;
    readonly myContact: boolean;
    readonly myProfile: boolean;
    readonly myMeetings: boolean;
    readonly myFolders: boolean;
    readonly trainingRecordings: boolean;
    readonly recordedEvents: boolean;
    readonly totalStorageSize: number;
    readonly myReports: boolean;
    readonly myComputer: number;
    readonly personalMeetingRoom: boolean;
    readonly myPartnerLinks: boolean;
    readonly myWorkspaces: boolean;
    readonly additionalRecordingStorage: number;
  };
  readonly personalTeleconf: {
    readonly accounts: readonly PersonalAccount[];
    readonly joinBeforeHost: boolean;
  };
  readonly thirdPartyTeleconf: readonly ThirdPartyAccount[];
  readonly personalMeetingRoom: PersonalRoom;
  readonly sessionOptions: {
    readonly defaultSessionType: number;
    readonly defaultServiceType: ServiceType;
    readonly autoDeleteAfterMeetingEnd: boolean;
    readonly displayQuickStartHost: boolean;
    readonly displayQuickStartAttendees: boolean;
  };
  readonly supportCenter: {
    readonly tabs: readonly (typeof SUPPORT_TABS)[number][];
    readonly serviceDesk: boolean;
  };
  readonly mpProfileNumber?: string | undefined;
  readonly security: { readonly forceChangePassword: boolean; readonly resetPassword: boolean };
  readonly webACDPrefs: {
    readonly isAgent: boolean;
    readonly isMgr: boolean;
    readonly numAgentSessions: number;
    readonly agentMonitorAllRSQueues: boolean;
    readonly managerMonitorAllRSQueues: boolean;
    readonly monitorAllRSAgents: boolean;
  };
  readonly remoteSupport: SharingAndRecording & {
    readonly autoRequest?:
      | { readonly enable: boolean; readonly request?: (typeof SUPPORT_REQUESTS)[number] | undefined }
      | undefined;
    readonly defaultClient?:
      | {
          readonly type: (typeof SUPPORT_CLIENTS)[number];
          readonly singleSessClient?: (typeof SUPPORT_CONSOLES)[number] | undefined;
        }
      | undefined;
  };
  readonly remoteAccess?: SharingAndRecording | undefined;
  readonly optimizeAttendeeBandwidthUsage: boolean;
  readonly salesCenter?: SalesCenterRole | undefined;
  readonly privileges: Privileges;
  /** Hashes of earlier passwords, the newest first, as many as the site's rule asks for. */
  readonly formerPasswords: readonly string[];
  /** The newest updateTimeStamp that single sign-on has brought, in epoch milliseconds. */
  readonly ssoUpdatedAt?: number | undefined;
}
