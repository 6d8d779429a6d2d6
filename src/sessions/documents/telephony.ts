/** How people hear each other in a session. */
import { flag, integer, oneOf, optional, record, type TypeOf, text } from '../../stored/shape.ts';

export const TELEPHONY_SUPPORTS = ['NONE', 'CALLIN', 'CALLBACK', 'OTHER'] as const;
export type TelephonySupport = (typeof TELEPHONY_SUPPORTS)[number];

/** Whose turn is first when a subscriber calls in. */
export const TSP_ORDERS = ['SUBSCRIBER_1ST', 'PARTICIPANT_1ST'] as const;

const tspConference = record({
  tollFreeCallInNumber: text,
  tollCallInNumber: text,
  subscriberAccessCode: optional(text),
  participantAccessCode: optional(text),
});

export const telephony = record({
  telephonySupport: oneOf(TELEPHONY_SUPPORTS),
  numPhoneLines: integer,
  extTelephonyURL: optional(text),
  extTelephonyDescription: optional(text),
  enableTSP: flag,
  tspAccountIndex: optional(integer),
  personalAccountIndex: optional(integer),
  intlLocalCallIn: flag,
  teleconfLocation: optional(text),
  tspConference: optional(tspConference),
  tspAccessCodeOrder: optional(oneOf(TSP_ORDERS)),
  tollFree: optional(flag),
  isMPAudio: flag,
  /** Everybody hears the event as a broadcast, and callers begin muted (events). */
  broadcastAudioStream: optional(flag),
  muteUponEntry: optional(flag),
});
export type Telephony = TypeOf<typeof telephony>;
