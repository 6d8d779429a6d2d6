/** The telephony of a site as `telephonyConfigType`, and what is asked of it. */
import type { SettingsChange } from '../../sites/settings/change.ts';
import type { SiteSettings } from '../../sites/site.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { telephonyConfigType } from './telephony-type.ts';

type Telephony = ValueOf<typeof telephonyConfigType>;

const BACKUP_TOLL_LABEL = 'Backup call-in toll number (US/Canada)';
const BACKUP_TOLL_FREE_LABEL = 'Backup call-in toll-free number (US/Canada)';

/** The names of a few settings are plainer than those of their elements. */
export function telephonyValue({ telephony }: SiteSettings): Telephony {
  const labels = { tollLabel: telephony.tollLabel, tollFreeLabel: telephony.tollFreeLabel };
  // Its number is required, and empty where there is none.
  const none = { tollNum: '', globalNum: [], enableServer: false };
  const unused = { ...none, ...labels };
  const lastBackup = {
    ...none,
    tollLabel: BACKUP_TOLL_LABEL,
    tollFreeLabel: BACKUP_TOLL_FREE_LABEL,
  };
  const { persistentTSP, mpAudioConferencing, mpAudioNumbers, ...own } = telephony;
  const text = (value: string) => (value === '' ? undefined : value);
  return {
    ...own,
    supportCallInTypeTeleconf: telephony.callIn,
    callInTeleconferencing: telephony.callIn,
    tollFreeCallinTeleconferencing: telephony.tollFree,
    intlCallInTeleconferencing: telephony.internationalCallIn,
    callBackTeleconferencing: telephony.callBack,
    defaultPhoneLines: String(telephony.numPhoneLines),
    defaultSpeakingLines: String(telephony.numPhoneLines),
    intlCallBackTeleconferencing: telephony.internationalCallBack,
    personalTeleconf: {
      primaryLargeServer: {
        tollNum: telephony.tollNumber,
        tollFreeNum: text(telephony.tollFreeNumber),
        globalNum: telephony.globalCallInNumbers,
        enableServer: telephony.tollNumber !== '' || telephony.tollFreeNumber !== '',
        ...labels,
      },
      backup1LargeServer: {
        ...unused,
        tollNum: telephony.backupTollNumber,
        enableServer: telephony.backupTollNumber !== '',
      },
      backup2LargeServer: lastBackup,
      primarySmallServer: unused,
      backup1SmallServer: unused,
      backup2SmallServer: lastBackup,
      joinBeforeHost: telephony.personalJoinBeforeHost,
    },
    tspAdaptorSettings: {
      primaryLarge: {
        enableAdaptor: telephony.mpAudio,
        serverIP: '',
        mpAudio: mpAudioNumbers,
        globalCallInNumURL: text(telephony.globalCallInNumbersURL),
      },
      backup1Large: { enableAdaptor: false, serverIP: '', mpAudio: [] },
      backup2Large: { enableAdaptor: false, serverIP: '', mpAudio: [] },
    },
    meetingPlace: { persistentTSP, mpAudioConferencing },
    supportOtherTypeTeleconf: telephony.otherTeleconference,
  };
}

export function telephonyAsked(elements: Telephony): SettingsChange['telephony'] {
  const { personalTeleconf, tspAdaptorSettings, meetingPlace } = elements;
  const { primaryLargeServer: first, backup1LargeServer: backup } = personalTeleconf ?? {};
  const adaptor = tspAdaptorSettings?.primaryLarge;
  return {
    isTSPUsingTelephonyAPI: elements.isTSPUsingTelephonyAPI,
    serviceName: elements.serviceName,
    participantAccessCodeLabel: elements.participantAccessCodeLabel,
    subscriberAccessCodeLabel: elements.subscriberAccessCodeLabel,
    attendeeIDLabel: elements.attendeeIDLabel,
    primaryAdaptorURL: elements.primaryAdaptorURL,
    secondaryAdaptorURL: elements.secondaryAdaptorURL,
    internetPhone: elements.internetPhone,
    callIn: elements.callInTeleconferencing,
    tollFree: elements.tollFreeCallinTeleconferencing,
    internationalCallIn: elements.intlCallInTeleconferencing,
    callBack: elements.callBackTeleconferencing,
    numPhoneLines: elements.defaultPhoneLines === undefined ? undefined : Number(elements.defaultPhoneLines),
    majorCountryCode: elements.majorCountryCode,
    majorAreaCode: elements.majorAreaCode,
    publicName: elements.publicName,
    hybridTeleconference: elements.hybridTeleconference,
    instantHelp: elements.instantHelp,
    customerManage: elements.customerManage,
    maxCallersNumber: elements.maxCallersNumber,
    isSpecified: elements.isSpecified,
    isContinue: elements.isContinue,
    internationalCallBack: elements.intlCallBackTeleconferencing,
    tollNumber: first?.tollNum,
    tollFreeNumber: first?.tollFreeNum,
    backupTollNumber: backup?.tollNum,
    tollLabel: first?.tollLabel,
    tollFreeLabel: first?.tollFreeLabel,
    globalCallInNumbers:
      first && first.globalNum.length > 0
        ? first.globalNum.map((entry) => ({ ...entry, default: entry.default ?? false }))
        : undefined,
    personalJoinBeforeHost: personalTeleconf?.joinBeforeHost,
    multiMediaPlatform: elements.multiMediaPlatform,
    broadcastAudioStream: elements.broadcastAudioStream,
    mpAudio: adaptor?.enableAdaptor,
    mpAudioNumbers:
      adaptor && adaptor.mpAudio.length > 0
        ? adaptor.mpAudio.map(({ label = '', phoneNumber = '' }) => ({ label, phoneNumber }))
        : undefined,
    globalCallInNumbersURL: adaptor?.globalCallInNumURL,
    persistentTSP: meetingPlace?.persistentTSP,
    mpAudioConferencing: meetingPlace?.mpAudioConferencing,
    otherTeleconference: elements.supportOtherTypeTeleconf,
    otherTeleServiceName: elements.otherTeleServiceName,
    supportAdapterlessTSP: elements.supportAdapterlessTSP,
    displayAttendeeID: elements.displayAttendeeID,
    provisionTeleAccount: elements.provisionTeleAccount,
    choosePCN: elements.choosePCN,
    audioOnly: elements.audioOnly,
    configTollAndTollFreeNum: elements.configTollAndTollFreeNum,
    configPrimaryTS: elements.configPrimaryTS,
    teleCLIAuthEnabled: elements.teleCLIAuthEnabled,
    teleCLIPINEnabled: elements.teleCLIPINEnabled,
  };
}
