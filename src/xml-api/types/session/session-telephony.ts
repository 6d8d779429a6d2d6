/** `meet:telephonyType`: how people hear each other in a session, as it is asked for and told. */
import { TELEPHONY_SUPPORTS, type Telephony, TSP_ORDERS } from '../../../sessions/documents/telephony.ts';
import type { Site } from '../../../sites/site.ts';
import { bool, complex, enumeration, integer, optional, text, type ValueOf } from '../../../xml/schema.ts';
import { meet, serv } from '../namespaces.ts';
import { callInNumType, tspAccountType } from '../service-types.ts';

export const telephonySupportType = enumeration(meet, 'telephonySupportType', TELEPHONY_SUPPORTS);

export const tspAccessCodeOrderType = enumeration(serv, 'tspAccessCodeOrderType', TSP_ORDERS);

export const telephonyType = complex(meet, 'telephonyType', {
  telephonySupport: optional(telephonySupportType),
  numPhoneLines: optional(integer({ min: 0 })),
  extTelephonyURL: optional(text()),
  extTelephonyDescription: optional(text()),
  enableTSP: optional(bool()),
  tspAccountIndex: optional(integer()),
  personalAccountIndex: optional(integer()),
  intlLocalCallIn: optional(bool()),
  teleconfLocation: optional(text()),
  callInNum: optional(callInNumType),
  tspConference: optional(tspAccountType),
  tspAccessCodeOrder: optional(tspAccessCodeOrderType),
  tollFree: optional(bool()),
  isMPAudio: optional(bool()),
});

/** With NONE the element holds that one child only (recorded 2017). */
export function telephonyValue(telephony: Telephony, site: Site): ValueOf<typeof telephonyType> {
  if (telephony.telephonySupport === 'NONE') return { telephonySupport: 'NONE' };
  return { ...telephony, callInNum: callInNumValue(telephony, site) };
}

/** The site's numbers, for those who call in. */
export function callInNumValue(
  telephony: Pick<Telephony, 'telephonySupport' | 'tollFree' | 'intlLocalCallIn'>,
  { settings }: Site,
) {
  const { telephonySupport, tollFree, intlLocalCallIn } = telephony;
  const { tollNumber, tollFreeNumber, globalCallInNumbers } = settings.telephony;
  if (telephonySupport !== 'CALLIN' && telephonySupport !== 'CALLBACK') return { globalNum: [] };
  return {
    tollFreeNum: tollFree === false ? undefined : tollFreeNumber || undefined,
    tollNum: tollNumber || undefined,
    globalNum: intlLocalCallIn ? globalCallInNumbers : [],
  };
}
