/** How people hear each other in a session, as it is asked for and told. */
import { TELEPHONY_SUPPORTS, type Telephony, TSP_ORDERS } from '../../../sessions/documents/telephony.ts';
import type { Site } from '../../../sites/site.ts';
import {
  bool,
  complex,
  enumeration,
  integer,
  type Namespace,
  optional,
  text,
  type ValueOf,
} from '../../../xml/schema.ts';
import { meet, serv, sess } from '../namespaces.ts';
import { callInNumType, tspAccountType } from '../service-types.ts';

export const tspAccessCodeOrderType = enumeration(serv, 'tspAccessCodeOrderType', TSP_ORDERS);

const supportTypeIn = (namespace: Namespace) =>
  enumeration(namespace, 'telephonySupportType', TELEPHONY_SUPPORTS);

export const telephonySupportType = supportTypeIn(meet);

/** `meet:telephonyType` and `sess:telephonyType` are alike. */
function telephonyTypeIn(namespace: Namespace, supportType: ReturnType<typeof supportTypeIn>) {
  return complex(namespace, 'telephonyType', {
    telephonySupport: optional(supportType),
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
}

export const telephonyType = telephonyTypeIn(meet, telephonySupportType);
export const sessTelephonyType = telephonyTypeIn(sess, supportTypeIn(sess));

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
