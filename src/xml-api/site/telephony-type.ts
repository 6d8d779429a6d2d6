/** `site:telephonyConfigType`, in the order recorded in 2016. */
import { SITE_SETTINGS } from '../../sites/settings/index.ts';
import { bool, complex, group, int, long, many, optional, text } from '../../xml/schema.ts';
import { ns1 } from '../types/namespaces.ts';
import { personalTeleServerType } from '../types/service-types.ts';
import { elements } from './elements.ts';

const mpAudioType = complex(ns1, 'mpAudioType', {
  label: optional(text({ max: 256 })),
  phoneNumber: optional(text({ max: 256 })),
});

const tspServerType = complex(ns1, 'tspServerType', {
  enableAdaptor: optional(bool()),
  serverIP: optional(text({ max: 256 })),
  mpAudio: many(mpAudioType, { max: 20 }),
  globalCallInNumURL: optional(text({ max: 2048 })),
});

const tsRouting = complex(ns1, 'TSRouting', {
  TSPrimaryName: optional(text()),
  TSPrimaryCountryCode: optional(text()),
  TSPrimaryNumber: optional(text()),
  TSDelay: optional(int()),
  TSSecondName: optional(text()),
  TSSecondCountryCode: optional(text()),
  TSSecondNumber: optional(text()),
});

/** The settings that are elements under their own names. */
const own = elements((({ globalCallInNumbers, mpAudioNumbers, ...rest }) => rest)(SITE_SETTINGS.telephony));

export const telephonyConfigType = complex(ns1, 'telephonyConfigType', {
  isTSPUsingTelephonyAPI: own.isTSPUsingTelephonyAPI,
  serviceName: own.serviceName,
  participantAccessCodeLabel: own.participantAccessCodeLabel,
  subscriberAccessCodeLabel: own.subscriberAccessCodeLabel,
  attendeeIDLabel: own.attendeeIDLabel,
  primaryAdaptorURL: own.primaryAdaptorURL,
  secondaryAdaptorURL: own.secondaryAdaptorURL,
  internetPhone: own.internetPhone,
  supportCallInTypeTeleconf: optional(bool()),
  callInTeleconferencing: optional(bool()),
  tollFreeCallinTeleconferencing: optional(bool()),
  intlCallInTeleconferencing: optional(bool()),
  callBackTeleconferencing: optional(bool()),
  callInNumber: optional(text()),
  defaultTeleServerSubject: optional(text()),
  subscribeName: optional(text()),
  subscribePassword: optional(text({ secret: true })),
  defaultPhoneLines: optional(text()),
  defaultSpeakingLines: optional(text()),
  majorCountryCode: own.majorCountryCode,
  majorAreaCode: own.majorAreaCode,
  publicName: own.publicName,
  hybridTeleconference: own.hybridTeleconference,
  instantHelp: own.instantHelp,
  customerManage: own.customerManage,
  TSRouting: optional(tsRouting),
  teleServerName: optional(text()),
  maxCallersNumber: optional(long()),
  isSpecified: own.isSpecified,
  isContinue: own.isContinue,
  intlCallBackTeleconferencing: optional(bool()),
  personalTeleconf: optional(
    group({
      primaryLargeServer: optional(personalTeleServerType),
      backup1LargeServer: optional(personalTeleServerType),
      backup2LargeServer: optional(personalTeleServerType),
      primarySmallServer: optional(personalTeleServerType),
      backup1SmallServer: optional(personalTeleServerType),
      backup2SmallServer: optional(personalTeleServerType),
      joinBeforeHost: optional(bool()),
    }),
  ),
  multiMediaPlatform: own.multiMediaPlatform,
  multiMediaHostName: optional(text()),
  broadcastAudioStream: own.broadcastAudioStream,
  tspAdaptorSettings: optional(
    group({
      primaryLarge: optional(tspServerType),
      backup1Large: optional(tspServerType),
      backup2Large: optional(tspServerType),
    }),
  ),
  meetingPlace: optional(
    complex(ns1, 'meetingPlaceTelephonyType', {
      persistentTSP: own.persistentTSP,
      mpAudioConferencing: own.mpAudioConferencing,
    }),
  ),
  supportOtherTypeTeleconf: optional(bool()),
  otherTeleServiceName: own.otherTeleServiceName,
  supportAdapterlessTSP: own.supportAdapterlessTSP,
  displayAttendeeID: own.displayAttendeeID,
  provisionTeleAccount: own.provisionTeleAccount,
  choosePCN: own.choosePCN,
  audioOnly: own.audioOnly,
  configTollAndTollFreeNum: own.configTollAndTollFreeNum,
  configPrimaryTS: own.configPrimaryTS,
  teleCLIAuthEnabled: own.teleCLIAuthEnabled,
  teleCLIPINEnabled: own.teleCLIPINEnabled,
});
