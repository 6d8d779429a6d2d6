/** The telephony of GetSessionInfo: the numbers of the site, and what people dial to come in. */

import type { AccountWithProfile } from '../../accounts/account.ts';
import { mayManage } from '../../policies/session.ts';
import { accessCodesOf, isAudioOnly } from '../../sessions/audio-only.ts';
import type { Telephony } from '../../sessions/documents/telephony.ts';
import type { Relation } from '../../sessions/relation.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import { usualTelephonySupport } from '../../sites/settings/telephony.ts';
import type { Site } from '../../sites/site.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { callInNumValue } from '../types/session/session-telephony.ts';
import type { sessionInfoResponse } from './session-info-type.ts';
import type { Show } from './session-info-visibility.ts';

type TelephonyInfo = NonNullable<ValueOf<typeof sessionInfoResponse>['telephony']>;

const LIMITED_ACCESS_LABEL = 'Limited attendee access code';
const GLOBAL_NUMBERS_LABEL = 'Global call-in numbers';

export interface Telephoned {
  readonly site: Site;
  readonly session: SessionWithDocument;
  readonly host: AccountWithProfile;
  readonly relation: Relation;
}

export function sessionTelephony(about: Telephoned, show: Show): TelephonyInfo {
  const { site, session } = about;
  const { telephony, enableOptions } = session.document;
  const { globalCallInNumbersURL, backupTollNumber } = site.settings.telephony;
  const numbers = numbersOf(site, telephony);
  const codes = codesOf(about, show);
  const abroad = (telephony.intlLocalCallIn && globalCallInNumbersURL) || undefined;
  return {
    ...numbers,
    extTelephonyDescription: telephony.extTelephonyDescription,
    globalCallInNumbersURL: abroad,
    callInNum: numbers.callInNum && {
      ...numbers.callInNum,
      backupTollNum: backupTollNumber || undefined,
    },
    ...codes,
    labels: numbers.labels && {
      ...numbers.labels,
      ...labelsOf(site, codes),
      globalCallInNumbersLabel: abroad && GLOBAL_NUMBERS_LABEL,
    },
    isMPAudio: telephony.isMPAudio,
    voip: enableOptions.voip,
    enableTSP: telephony.enableTSP,
  };
}

/** A room is called by its numbers alone (seeds, GetSessionInfo). */
export function roomTelephony(site: Site): TelephonyInfo {
  const telephonySupport = usualTelephonySupport(site.settings.telephony);
  return {
    ...numbersOf(site, { telephonySupport, intlLocalCallIn: false }),
    isMPAudio: false,
    voip: true,
    enableTSP: false,
  };
}

function numbersOf(site: Site, telephony: Parameters<typeof callInNumValue>[0]) {
  const { tollFreeRestrictionsURL, tollFreeLabel, tollLabel } = site.settings.telephony;
  const hasNumbers = isCalled(telephony);
  return {
    telephonySupport: telephony.telephonySupport,
    tollFreeRestrictionsURL: tollFreeRestrictionsURL || undefined,
    callInNum: hasNumbers ? callInNumValue(telephony, site) : undefined,
    labels: hasNumbers ? { tollFreeCallInLabel: tollFreeLabel, tollCallInLabel: tollLabel } : undefined,
  };
}

function isCalled({ telephonySupport }: Pick<Telephony, 'telephonySupport'>): boolean {
  return telephonySupport === 'CALLIN' || telephonySupport === 'CALLBACK';
}

/** An audio-only session has codes of its own; the host's is for those who manage it. */
function codesOf({ site, session, host, relation }: Telephoned, show: Show) {
  if (!isAudioOnly(site, session)) return { participantAccessCode: String(session.sessionKey) };
  const codes = accessCodesOf(session.document, host);
  return {
    participantAccessCode: codes?.participantFullAccessCode,
    participantLimitedAccessCode: show('participantLimitedAccessCode', codes?.participantLimitedAccessCode),
    subscriberAccessCode: mayManage(relation) ? codes?.subscriberAccessCode : undefined,
  };
}

function labelsOf({ settings }: Site, codes: ReturnType<typeof codesOf>) {
  const { participantAccessCodeLabel, subscriberAccessCodeLabel } = settings.telephony;
  return {
    participantAccessLabel: codes.participantAccessCode && participantAccessCodeLabel,
    participantLimitedAccessLabel: codes.participantLimitedAccessCode && LIMITED_ACCESS_LABEL,
    subscriberAccessLabel: codes.subscriberAccessCode && subscriberAccessCodeLabel,
  };
}
