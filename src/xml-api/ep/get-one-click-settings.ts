/** GetOneClickSettings: what a host's session is like when they start one at once. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import { checkStartsSessions } from '../../policies/host.ts';
import { AccessDenied } from '../../refusal.ts';
import type { OneClickSettings, OneClickTelephony } from '../../sessions/one-click.ts';
import type { Site } from '../../sites/site.ts';
import {
  bool,
  complex,
  extension,
  group,
  int,
  many,
  optional,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { entryExitToneType } from '../types/common.ts';
import { ep, serv } from '../types/namespaces.ts';
import { globalCallInNumType, tspAccountType } from '../types/service-types.ts';
import { telephonySupportType } from '../types/session/session-telephony.ts';
import { attendeeOptionsType, ocMetaDataType, oneClickEnableOptionsType } from './one-click-type.ts';
import { whose } from './whose.ts';

const oneClickTrackingCodeType = complex(ep, 'oneClickTrackingCodeType', {
  index: int(),
  name: text(),
  inputMode: text(),
  value: optional(text()),
});

const oneClickAccountType = extension(ep, 'oneClickAccountType', tspAccountType, {
  participantLimitedAccessCode: optional(text()),
  intlLocalCallInNumber: optional(text()),
  tollFreeCallInData: optional(text()),
  tollCallInData: optional(text()),
  globalNum: many(globalCallInNumType),
});

const tspAccountLabelType = complex(serv, 'tspAccountLabelType', {
  tollFreeCallInNumberLabel: text({ max: 512 }),
  tollCallInNumberLabel: text({ max: 512 }),
  subscriberAccessCodeLabel: optional(text({ max: 512 })),
  participantAccessCodeLabel: optional(text({ max: 512 })),
});

const oneClickAccountLabelType = extension(ep, 'oneClickAccountLabelType', tspAccountLabelType, {
  participantLimitedAccessCodeLabel: optional(text({ max: 512 })),
});

const oneClickTelephonyType = complex(ep, 'oneClickTelephonyType', {
  telephonySupport: telephonySupportType,
  extTelephonyDescription: optional(text()),
  tspAccountIndex: optional(int()),
  personalAccountIndex: optional(int()),
  account: optional(oneClickAccountType),
  accountLabel: optional(oneClickAccountLabelType),
  teleconfServiceName: optional(text()),
  teleconfLocation: optional(text()),
  intlLocalCallIn: optional(bool()),
  tollfree: optional(bool()),
  entryExitTone: optional(entryExitToneType),
  isMPAudio: optional(bool()),
});

export const getOneClickSettings = operation({
  service: epService,
  name: 'GetOneClickSettings',
  level: '5.5',
  summary:
    "Returns what the caller's session is like when they start one at once; administrators name a host.",
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied],
  request: body(epService, 'getOneClickSettings', { hostWebExID: optional(text()) }),
  response: body(epService, 'getOneClickSettingsResponse', {
    metaData: optional(ocMetaDataType),
    trackingCodes: optional(group({ trackingCode: many(oneClickTrackingCodeType, { max: 10 }) })),
    telephony: optional(oneClickTelephonyType),
    enableOptions: optional(oneClickEnableOptionsType),
    attendeeOptions: optional(attendeeOptionsType),
  }),
  async run(call, { hostWebExID }) {
    const { site } = call;
    const { accounts, oneClick } = call.app;
    const owner = await whose(call, hostWebExID, 'read');
    checkStartsSessions(owner);
    const host = await accounts.withProfile(owner);
    const settings = await oneClick.of(site, host);
    const { trackingCodes, telephony, voip, joinApproval, ...metaData } = settings;
    return {
      metaData,
      trackingCodes: { trackingCode: trackingValue(site, trackingCodes) },
      telephony: telephonyValue(site, host, telephony),
      enableOptions: { voip },
      attendeeOptions: { joinApproval },
    };
  },
});

/** Every tracking code of the site, with the host's value where there is one. */
function trackingValue(
  { settings }: Site,
  values: OneClickSettings['trackingCodes'],
): ValueOf<typeof oneClickTrackingCodeType>[] {
  return settings.trackingCodes.map(({ index, name, inputMode }) => ({
    index,
    name,
    inputMode,
    value: values[index],
  }));
}

function telephonyValue(
  site: Site,
  host: AccountWithProfile,
  telephony: OneClickTelephony,
): ValueOf<typeof oneClickTelephonyType> {
  if (telephony.telephonySupport === 'NONE') return { telephonySupport: 'NONE' };
  const { settings } = site;
  return {
    ...telephony,
    account: telephony.telephonySupport === 'OTHER' ? undefined : accountValue(site, host, telephony),
    accountLabel: {
      tollFreeCallInNumberLabel: settings.telephony.tollFreeLabel,
      tollCallInNumberLabel: settings.telephony.tollLabel,
      subscriberAccessCodeLabel: settings.telephony.subscriberAccessCodeLabel,
      participantAccessCodeLabel: settings.telephony.participantAccessCodeLabel,
    },
    teleconfServiceName: settings.telephony.serviceName,
  };
}

/** The numbers and codes of the host's own bridge, or of their own account on the site's. */
function accountValue(
  { settings }: Site,
  { profile }: AccountWithProfile,
  { tspAccountIndex, personalAccountIndex, tollfree, intlLocalCallIn }: OneClickTelephony,
): ValueOf<typeof oneClickAccountType> {
  const { tollNumber, tollFreeNumber, globalCallInNumbers } = settings.telephony;
  const tsp =
    tspAccountIndex === undefined
      ? undefined
      : profile.tspAccounts.find(({ accountIndex }) => accountIndex === tspAccountIndex);
  const personal =
    personalAccountIndex === undefined
      ? undefined
      : profile.personalTeleconf.accounts.find(({ accountIndex }) => accountIndex === personalAccountIndex);
  return {
    tollFreeCallInNumber: tsp ? (tsp.tollFreeCallInNumber ?? '') : tollfree ? tollFreeNumber : '',
    tollCallInNumber: tsp ? (tsp.tollCallInNumber ?? '') : tollNumber,
    subscriberAccessCode: tsp?.subscriberAccessCode ?? personal?.subscriberAccessCode,
    participantAccessCode: tsp?.participantAccessCode ?? personal?.participantFullAccessCode,
    participantLimitedAccessCode: personal?.participantLimitedAccessCode,
    tollFreeCallInData: tsp?.tollFreeCallInData,
    tollCallInData: tsp?.tollCallInData,
    globalNum: intlLocalCallIn ? globalCallInNumbers : [],
  };
}
