/** The tracking codes on the form of a session: what is offered, and what is wished. */
import type { TrackingCodes } from '../../accounts/account-profile.ts';
import {
  isListed,
  type TrackingWish,
  trackingKey,
  trackingProblem,
  useInSessions,
} from '../../accounts/tracking-values.ts';
import type { FieldProblem, GivenFields, TrackingField } from '../../browser/pages/schedule-page.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import type { TrackingCode } from '../../sites/settings/tracking.ts';
import type { Site } from '../../sites/site.ts';
import type { ScheduleFields, SERVICE_WORDS, TrackingFieldName } from './schedule-fields.ts';

const NAMES = [
  'TC1',
  'TC2',
  'TC3',
  'TC4',
  'TC5',
  'TC6',
  'TC7',
  'TC8',
  'TC9',
  'TC10',
] as const satisfies readonly TrackingFieldName[];

function fieldOf({ index }: TrackingCode): TrackingFieldName {
  const name = NAMES[index - 1];
  if (!name) throw new Error(`there is no tracking code ${index}`);
  return name;
}

function inOrder({ settings }: Site): TrackingCode[] {
  return [...settings.trackingCodes].sort((one, other) => one.index - other.index);
}

interface OfferedService {
  readonly word: (typeof SERVICE_WORDS)[number];
  readonly service: ServiceType;
}

/** Those that any of the services uses, each with the services that it is for. */
export function trackingFields(site: Site, services: readonly OfferedService[]): TrackingField[] {
  return inOrder(site).flatMap((code) => {
    const uses = services.map(({ word, service }) => ({ word, use: useInSessions(code, service) }));
    const having = (use: string) => uses.filter((one) => one.use === use).map(({ word }) => word);
    const shownIn = uses.filter(({ use }) => use !== 'NOT_USED').map(({ word }) => word);
    if (shownIn.length === 0) return [];
    return {
      name: fieldOf(code),
      label: code.name,
      shownIn,
      requiredIn: having('REQUIRED'),
      lockedIn: having('ADMIN_SET'),
      isListed: isListed(code),
      values: /drop/i.test(code.inputMode)
        ? code.listValue.filter(({ active }) => active).map(({ value }) => value)
        : [],
    };
  });
}

/** What stands in the fields. */
export function trackingGiven(tracking: TrackingCodes): GivenFields {
  return Object.fromEntries(
    Object.entries(tracking).flatMap(([key, value]) =>
      value ? [[`TC${key.slice('trackingCode'.length)}`, value]] : [],
    ),
  );
}

/** An empty field takes a code away; what is not on the form of the service stays. */
export function trackingWished(
  site: Site,
  service: ServiceType,
  fields: ScheduleFields,
  { before, problems }: { readonly before: TrackingCodes | undefined; readonly problems: FieldProblem[] },
): TrackingWish {
  const wished = inOrder(site).flatMap((code) => {
    const use = useInSessions(code, service);
    if (use === 'NOT_USED' || use === 'ADMIN_SET') return [];
    const field = fieldOf(code);
    const value = fields[field]?.trim() ?? '';
    const problem = trackingProblem(code, use, value, before?.[trackingKey(code)]);
    if (problem !== undefined) {
      problems.push({ field, word: problem === 'notListed' ? 'choice' : 'required' });
    }
    return [[trackingKey(code), value] as const];
  });
  return Object.fromEntries(wished);
}
