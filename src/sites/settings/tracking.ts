/** Tracking codes: ten fields by which an organisation counts its accounts and sessions. */
import { json } from './setting.ts';

export const TRACKING_USES = ['NOT_USED', 'OPTIONAL', 'REQUIRED', 'ADMIN_SET'] as const;
export type TrackingUse = (typeof TRACKING_USES)[number];

export interface TrackingCode {
  /** 1 to 10. */
  readonly index: number;
  readonly name: string;
  readonly inputMode: string;
  /** Whether an account must have it. */
  readonly hostProfile: TrackingUse;
  /** Whether a session of a service must have it; `service` as in `MeetingCenter`. */
  readonly schedulingPage: readonly { readonly service: string; readonly scheduling: TrackingUse }[];
  readonly listValue: readonly { readonly index: number; readonly value: string; readonly active: boolean }[];
}

const use = { oneOf: TRACKING_USES };

export const TRACKING_SETTINGS = {
  trackingCodes: json<readonly TrackingCode[]>(
    [],
    'Up to ten labels by which accounts and sessions are counted. A use of `REQUIRED` refuses a new account or session without a value, `ADMIN_SET` a value of anybody but administrators, and an `inputMode` of a drop-down menu alone values that are not in the list: `[{"index": 1, "name": "Department", "inputMode": "Text Input", "hostProfile": "OPTIONAL", ' +
      '"schedulingPage": [{"service": "MeetingCenter", "scheduling": "OPTIONAL"}], "listValue": []}]`.',
    [
      {
        fields: {
          index: 'number',
          name: 'text',
          inputMode: 'text',
          hostProfile: use,
          schedulingPage: [{ fields: { service: 'text', scheduling: use } }],
          listValue: [{ fields: { index: 'number', value: 'text', active: 'switch' } }],
        },
      },
    ],
    { maxEntries: 10 },
  ),
};
