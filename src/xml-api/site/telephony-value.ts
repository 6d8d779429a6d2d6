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
  const unused = { enableServer: false, ...labels };
  const lastBackup = {
    enableServer: false,
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
        tollNum: text(telephony.tollNumber),
        tollFreeNum: text(telephony.tollFreeNumber),
        globalNum: telephony.globalCallInNumbers,
        enableServer: telephony.tollNumber !== '' || telephony.tollFreeNumber !== '',
        ...labels,
      },
      backup1LargeServer: {
        tollNum: text(telephony.backupTollNumber),
        globalNum: [],
        ...unused,
        enableServer: telephony.backupTollNumber !== '',
      },
      backup2LargeServer: { globalNum: [], ...lastBackup },
      primarySmallServer: { globalNum: [], ...unused },
      backup1SmallServer: { globalNum: [], ...unused },
      backup2SmallServer: { globalNum: [], ...lastBackup },
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

export function telephonyAsked(asked: Telephony): SettingsChange['telephony'] {
  const { personalTeleconf, tspAdaptorSettings, meetingPlace } = asked;
  const { primaryLargeServer: first, backup1LargeServer: backup } = personalTeleconf ?? {};
  const adaptor = tspAdaptorSettings?.primaryLarge;
  return {
    isTSPUsingTelephonyAPI: asked.isTSPUsingTelephonyAPI,
    serviceName: asked.serviceName,
    participantAccessCodeLabel: asked.participantAccessCodeLabel,
    subscriberAccessCodeLabel: asked.subscriberAccessCodeLabel,
    attendeeIDLabel: asked.attendeeIDLabel,
    primaryAdaptorURL: asked.primaryAdaptorURL,
    secondaryAdaptorURL: asked.secondaryAdaptorURL,
    internetPhone: asked.internetPhone,
    callIn: asked.callInTeleconferencing,
    tollFree: asked.tollFreeCallinTeleconferencing,
    internationalCallIn: asked.intlCallInTeleconferencing,
    callBack: asked.callBackTeleconferencing,
    numPhoneLines: asked.defaultPhoneLines === undefined ? undefined : Number(asked.defaultPhoneLines),
    majorCountryCode: asked.majorCountryCode,
    majorAreaCode: asked.majorAreaCode,
    publicName: asked.publicName,
    hybridTeleconference: asked.hybridTeleconference,
    instantHelp: asked.instantHelp,
    customerManage: asked.customerManage,
    maxCallersNumber: asked.maxCallersNumber,
    isSpecified: asked.isSpecified,
    isContinue: asked.isContinue,
    internationalCallBack: asked.intlCallBackTeleconferencing,
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
    multiMediaPlatform: asked.multiMediaPlatform,
    broadcastAudioStream: asked.broadcastAudioStream,
    mpAudio: adaptor?.enableAdaptor,
    mpAudioNumbers:
      adaptor && adaptor.mpAudio.length > 0
        ? adaptor.mpAudio.map(({ label = '', phoneNumber = '' }) => ({ label, phoneNumber }))
        : undefined,
    globalCallInNumbersURL: adaptor?.globalCallInNumURL,
    persistentTSP: meetingPlace?.persistentTSP,
    mpAudioConferencing: meetingPlace?.mpAudioConferencing,
    otherTeleconference: asked.supportOtherTypeTeleconf,
    otherTeleServiceName: asked.otherTeleServiceName,
    supportAdapterlessTSP: asked.supportAdapterlessTSP,
    displayAttendeeID: asked.displayAttendeeID,
    provisionTeleAccount: asked.provisionTeleAccount,
    choosePCN: asked.choosePCN,
    audioOnly: asked.audioOnly,
    configTollAndTollFreeNum: asked.configTollAndTollFreeNum,
    configPrimaryTS: asked.configPrimaryTS,
    teleCLIAuthEnabled: asked.teleCLIAuthEnabled,
    teleCLIPINEnabled: asked.teleCLIPINEnabled,
  };
}
