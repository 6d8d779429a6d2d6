/** SetupOneClickSettings: what a host's session is like when they start one at once. */

import { checkStartsSessions } from '../../policies/host.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import type { OneClickSettings } from '../../sessions/one-click.ts';
import { SessionTypeNotSupported } from '../../sessions/session.ts';
import { complex, group, int, many, optional, text, type ValueOf } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { ep } from '../types/namespaces.ts';
import {
  attendeeOptionsType,
  ocMetaDataType,
  ocTelephonyType,
  oneClickEnableOptionsType,
} from './one-click-type.ts';
import { whose } from './whose.ts';

const ocTrackingCodeType = complex(ep, 'ocTrackingCodeType', {
  index: int({ min: 1, max: 10 }),
  value: optional(text({ max: 128 })),
});

const request = body(epService, 'setupOneClickSettings', {
  metaData: ocMetaDataType,
  tracking: optional(group({ trackingCode: many(ocTrackingCodeType, { max: 10 }) })),
  telephony: optional(ocTelephonyType),
  enableOptions: optional(oneClickEnableOptionsType),
  attendeeOptions: optional(attendeeOptionsType),
  hostWebExID: optional(text()),
});

export const setupOneClickSettings = operation({
  service: epService,
  name: 'SetupOneClickSettings',
  level: '5.5',
  summary:
    "Sets what the caller's session is like when they start one at once; administrators name another host by " +
    '`hostWebExID`, an element of Parlance. What is not given stays.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, RuleBroken, SessionTypeNotSupported],
  request,
  response: body(epService, 'setupOneClickSettingsResponse', {}),
  async run(call, asked) {
    const { site } = call;
    const { accounts, oneClick } = call.app;
    const owner = await whose(call, asked.hostWebExID, 'change');
    checkStartsSessions(owner);
    const host = await accounts.withProfile(owner);
    await oneClick.save(site, host, settingsAsked(await oneClick.of(site, host), asked));
    return {};
  },
});

function settingsAsked(before: OneClickSettings, elements: ValueOf<typeof request>): OneClickSettings {
  const { metaData, tracking, telephony, enableOptions, attendeeOptions } = elements;
  return {
    ...before,
    ...given(metaData),
    trackingCodes: tracking
      ? Object.fromEntries(tracking.trackingCode.map(({ index, value }) => [index, value ?? '']))
      : before.trackingCodes,
    telephony: { ...before.telephony, ...given(telephony ?? {}) },
    voip: enableOptions?.voip ?? before.voip,
    joinApproval: attendeeOptions?.joinApproval ?? before.joinApproval,
  };
}

function given<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
