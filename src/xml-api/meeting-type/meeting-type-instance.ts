/** `mtgtype:meetingTypeInstanceType`: a session type, in the recorded form (2016-02). */
import {
  isSchedulable,
  SESSION_TYPE_LIMITS,
  SESSION_TYPE_OPTIONS,
  SESSION_TYPE_STATES,
  type SessionType,
  sessionTypes,
} from '../../sites/session-types.ts';
import type { Site } from '../../sites/site.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  group,
  integer,
  long,
  many,
  optional,
  optionals,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { serviceTypeType } from '../types/common.ts';
import { mtgtype } from '../types/namespaces.ts';

const meetingTypeTypeExt = extension(mtgtype, 'meetingTypeTypeExt', bodyContentType, {
  productCodePrefix: text(),
  active: enumeration(mtgtype, 'activeType', SESSION_TYPE_STATES),
  name: text(),
  displayName: optional(text()),
  limits: optional(complex(mtgtype, 'limitsType', optionals(SESSION_TYPE_LIMITS, long()))),
  options: complex(mtgtype, 'optionsType', {
    ...optionals(SESSION_TYPE_OPTIONS, bool()),
    hideInScheduler: optional(bool()),
  }),
  phoneNumbers: complex(mtgtype, 'phoneNumbersType', {
    primaryTollCallInNumber: optional(text()),
    primaryTollFreeCallInNumber: optional(text()),
  }),
});

export const meetingTypeInstanceType = extension(mtgtype, 'meetingTypeInstanceType', meetingTypeTypeExt, {
  meetingTypeID: integer(),
  serviceTypes: group({ serviceType: many(serviceTypeType) }),
});

export function meetingTypeValue(
  type: SessionType,
  { settings: { telephony } }: Site,
): ValueOf<typeof meetingTypeInstanceType> {
  return {
    productCodePrefix: type.productCodePrefix,
    active: type.active,
    name: type.name,
    displayName: type.displayName,
    limits: type.limits,
    options: { ...type.options, hideInScheduler: type.hideInScheduler },
    phoneNumbers: {
      primaryTollCallInNumber: telephony.tollNumber || undefined,
      primaryTollFreeCallInNumber: telephony.tollFreeNumber || undefined,
    },
    meetingTypeID: type.meetingTypeID,
    serviceTypes: { serviceType: [type.serviceType] },
  };
}

/** What a site offers: types that are active, of services that it has. */
export function offeredTypes(site: Site): readonly SessionType[] {
  return sessionTypes(site).filter((type) => isSchedulable(site, type));
}
