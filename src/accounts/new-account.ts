/** What a fresh account is like before anything is asked for (a T31 site's getUser, February 2016). */

import type { Random } from '../random.ts';
import { USUAL_SERVICE } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import { COMM_OPTIONS, OPTIONS, PRIVILEGES, type Privileges, type Profile } from './account-profile.ts';

/** The category of personal offices (recorded 2016). */
export const DEFAULT_CATEGORY = 36;

export function newProfile(site: Site, random: Random): Profile {
  const { settings } = site;
  return {
    address: { addressType: 'PERSONAL' },
    phones: {},
    commOptions: flags(COMM_OPTIONS, true),
    meetingTypes: settings.meetingTypes,
    options: flags(OPTIONS, false),
    tracking: {},
    service: 'FREE_OFFICE',
    languageID: settings.languageID,
    locale: settings.locale,
    tspAccounts: [],
    supportedServices: settings.supportedServices,
    myWebEx: {
      isMyWebExPro: false,
      myContact: false,
      myProfile: false,
      myMeetings: true,
      myFolders: false,
      trainingRecordings: false,
      recordedEvents: false,
      totalStorageSize: 1000,
      myReports: false,
      myComputer: 0,
      personalMeetingRoom: false,
      myPartnerLinks: false,
      myWorkspaces: false,
      additionalRecordingStorage: 0,
    },
    personalTeleconf: { accounts: [], joinBeforeHost: false },
    thirdPartyTeleconf: [],
    personalMeetingRoom: {
      headerImageBranding: false,
      hostPIN: String(random.digits(4)),
      applyPMRForInstantMeeting: true,
      PMRAutoLock: false,
      PMRAutoLockWaitTime: 0,
      notificationModes: ['EMAIL'],
    },
    sessionOptions: {
      defaultSessionType: settings.meetingTypes[0] ?? 1,
      defaultServiceType: USUAL_SERVICE,
      autoDeleteAfterMeetingEnd: false,
      displayQuickStartHost: true,
      displayQuickStartAttendees: false,
    },
    supportCenter: { tabs: ['Tools', 'Desktop', 'Application', 'Session'], serviceDesk: false },
    security: { forceChangePassword: false, resetPassword: false },
    webACDPrefs: {
      isAgent: false,
      isMgr: false,
      numAgentSessions: 0,
      agentMonitorAllRSQueues: false,
      managerMonitorAllRSQueues: false,
      monitorAllRSAgents: false,
    },
    remoteSupport: {
      sharingView: 'FS',
      sharingColor: '16BIT',
      recording: { enforce: false },
      autoRequest: { enable: false },
      defaultClient: { type: 'SINGLE_SESS', singleSessClient: 'NEW_CONSL' },
    },
    optimizeAttendeeBandwidthUsage: false,
    privileges: newPrivileges(site),
    formerPasswords: [],
  };
}

function newPrivileges(site: Site): Privileges {
  return {
    ...flags(PRIVILEGES, false),
    host: true,
    recordingEditor: true,
    isEnablePMR: site.settings.personalRooms,
    isEnableCET: site.settings.collaborationRooms,
  };
}

function flags<N extends string>(names: readonly N[], value: boolean): Record<N, boolean> {
  return Object.fromEntries(names.map((name) => [name, value])) as Record<N, boolean>;
}
