/** GET /meetings/trackingCodes: the tracking codes of the site, as they are asked for when somebody schedules. */
import { trackingKey } from '../../accounts/tracking-values.ts';
import type { TrackingCode, TrackingUse } from '../../sites/settings/tracking.ts';
import { bool, complex, group, many, oneOf, text } from '../../xml/schema.ts';
import { INPUT_MODES, inputModeOf } from '../admin-config/tracking-code-shape.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { siteUrlOf } from '../site-url.ts';
import { WHOSE, whose } from './host-asked-about.ts';

const SERVICES = ['All', 'MeetingCenter', 'EventCenter', 'TrainingCenter', 'SupportCenter'] as const;
type Service = (typeof SERVICES)[number];

const USES = ['optional', 'required', 'adminSet', 'notUsed', 'notApplicable'] as const;

const trackingCodeType = complex(rest, 'MeetingTrackingCode', {
  id: text({ sample: '1' }),
  name: text({ sample: 'Department' }),
  siteUrl: text({ sample: 'acme.example.com' }),
  options: many(complex(rest, 'MeetingTrackingCodeOption', { value: text(), defaultValue: bool() })),
  inputMode: oneOf(INPUT_MODES),
  service: oneOf(SERVICES),
  type: oneOf(USES),
});

export const listTrackingCodes = endpoint({
  method: 'GET',
  path: 'meetings/trackingCodes',
  tag: 'Meetings',
  summary: 'Lists the tracking codes that are asked for when a session of a service is scheduled.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: { service: oneOf(SERVICES), ...WHOSE },
  answer: group({ items: many(trackingCodeType) }),
  async run(call, { query }) {
    const { profile } = await whose(call, query);
    const { site, app } = call;
    const siteUrl = siteUrlOf(app, site);
    const codes = [...site.settings.trackingCodes].sort((one, other) => one.index - other.index);
    return {
      items: codes.map((code) => ({
        id: String(code.index),
        name: code.name,
        siteUrl,
        options: code.listValue
          .filter(({ active }) => active)
          .map(({ value }) => ({ value, defaultValue: value === profile.tracking[trackingKey(code)] })),
        inputMode: inputModeOf(code),
        service: query.service,
        type: useIn(code, query.service),
      })),
    };
  },
});

const WORDS: Readonly<Record<TrackingUse, (typeof USES)[number]>> = {
  NOT_USED: 'notUsed',
  OPTIONAL: 'optional',
  REQUIRED: 'required',
  ADMIN_SET: 'adminSet',
};

/** Of all services what each of them says, where they say the same. */
function useIn({ schedulingPage }: TrackingCode, service: Service): (typeof USES)[number] {
  const useOf = (one: string) =>
    WORDS[schedulingPage.find((entry) => entry.service === one)?.scheduling ?? 'NOT_USED'];
  if (service !== 'All') return useOf(service);
  const uses = new Set(SERVICES.filter((one) => one !== 'All').map(useOf));
  const [only] = uses;
  return uses.size === 1 && only !== undefined ? only : 'notApplicable';
}
