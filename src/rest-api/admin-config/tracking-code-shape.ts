/** Tracking codes as site administration has them, from the settings of the site and into them. */
import type { TrackingCode, TrackingUse } from '../../sites/settings/tracking.ts';
import { bool, complex, given, group, oneOf, text, type ValueOf } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { siteUrlOf } from '../site-url.ts';

export const INPUT_MODES = ['text', 'select', 'editableSelect', 'hostProfileSelect'] as const;
const PROFILE_USES = ['optional', 'required', 'adminSet', 'notUsed'] as const;
const SERVICES = ['MeetingCenter', 'EventCenter', 'TrainingCenter', 'SupportCenter'] as const;

const FIELDS = {
  name: text({ max: 120, sample: 'Department' }),
  siteUrl: text({ max: 256, sample: 'acme' }),
  options: given(group({ value: text({ max: 120 }), defaultValue: bool() }), { max: 500 }),
  inputMode: oneOf(INPUT_MODES),
  hostProfileCode: oneOf(PROFILE_USES),
  scheduleStartCodes: given(
    group({ service: oneOf(['All', ...SERVICES]), type: oneOf([...PROFILE_USES, 'notApplicable']) }),
    { max: 5 },
  ),
};

export const trackingCodeRequestType = complex(rest, 'SiteTrackingCodeRequest', FIELDS);
export const siteTrackingCodeType = complex(rest, 'SiteTrackingCode', { id: text(), ...FIELDS });

type Request = ValueOf<typeof trackingCodeRequestType>;

const USES: Readonly<Record<TrackingUse, (typeof PROFILE_USES)[number]>> = {
  NOT_USED: 'notUsed',
  OPTIONAL: 'optional',
  REQUIRED: 'required',
  ADMIN_SET: 'adminSet',
};

function useOf(word: (typeof PROFILE_USES)[number]): TrackingUse {
  const found = (Object.keys(USES) as TrackingUse[]).find((use) => USES[use] === word);
  return found ?? 'NOT_USED';
}

/** The words that site administration has for them; the last is that of host profiles alone. */
const MODES = {
  text: 'Text Input',
  select: 'Drop-Down Menu Only',
  editableSelect: 'Both Text Input and Drop-Down Menu',
  hostProfileSelect: 'Drop-Down Menu of Host Profiles',
} as const;

export function inputModeOf({ inputMode }: TrackingCode): (typeof INPUT_MODES)[number] {
  if (/host profile/i.test(inputMode)) return 'hostProfileSelect';
  if (!/drop/i.test(inputMode)) return 'text';
  return /text/i.test(inputMode) ? 'editableSelect' : 'select';
}

export function presentTrackingCode(
  { app, site }: Pick<RestCall, 'app' | 'site'>,
  code: TrackingCode,
): ValueOf<typeof siteTrackingCodeType> {
  const uses = SERVICES.map((service) => ({
    service,
    type: USES[code.schedulingPage.find((entry) => entry.service === service)?.scheduling ?? 'NOT_USED'],
  }));
  const [first] = uses;
  const isOne = uses.every(({ type }) => type === first?.type);
  return {
    id: String(code.index),
    name: code.name,
    siteUrl: siteUrlOf(app, site),
    options: code.listValue
      .filter(({ active }) => active)
      .map(({ value }) => ({ value, defaultValue: false })),
    inputMode: inputModeOf(code),
    hostProfileCode: USES[code.hostProfile],
    scheduleStartCodes: [
      { service: 'All', type: isOne && first ? first.type : ('notApplicable' as const) },
      ...uses,
    ],
  };
}

/** @throws InvalidItem for uses that do not go together */
export function trackingCodeAsked(index: number, request: Request): TrackingCode {
  const { hostProfileCode, inputMode, options, scheduleStartCodes } = request;
  for (const { type } of scheduleStartCodes) {
    const isFree = type === 'notUsed' || type === 'notApplicable';
    if (!isFree && (type === 'adminSet') !== (hostProfileCode === 'adminSet')) {
      const rule = `'scheduleStartCodes' cannot be ${type} where 'hostProfileCode' is ${hostProfileCode}.`;
      throw new InvalidItem(rule, 'scheduleStartCodes');
    }
    if (inputMode === 'hostProfileSelect' && !isFree) {
      throw new InvalidItem(
        "'scheduleStartCodes' must be notUsed for hostProfileSelect.",
        'scheduleStartCodes',
      );
    }
  }
  const all = scheduleStartCodes.find(({ service }) => service === 'All')?.type ?? 'notApplicable';
  return {
    index,
    name: request.name.trim(),
    inputMode: MODES[inputMode],
    hostProfile: useOf(hostProfileCode),
    schedulingPage: SERVICES.map((service) => {
      const own = scheduleStartCodes.find((entry) => entry.service === service)?.type ?? all;
      if (own !== all && all !== 'notApplicable') {
        throw new InvalidItem(
          `'scheduleStartCodes' says ${all} for All and ${own} for ${service}.`,
          'scheduleStartCodes',
        );
      }
      return { service, scheduling: useOf(own === 'notApplicable' ? 'notUsed' : own) };
    }),
    listValue: options.map(({ value }, at) => ({ index: at + 1, value, active: true })),
  };
}
