/** Types of the common namespace that several services share (common.xsd). */
import {
  RECORDING_KINDS,
  SHARING_COLORS,
  SHARING_VIEWS,
  TRACKING_CODES,
} from '../../accounts/account-profile.ts';
import { SERVICE_TYPES } from '../../sites/service-type.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import { bool, complex, enumeration, optional, optionals, text } from '../../xml/schema.ts';
import { com } from './namespaces.ts';

export const addressTypeType = enumeration(com, 'addressTypeType', ['PERSONAL', 'GLOBAL']);

export const addressType = complex(com, 'addressType', {
  addressType: optional(addressTypeType),
  address1: optional(text()),
  address2: optional(text()),
  city: optional(text()),
  state: optional(text()),
  zipCode: optional(text()),
  country: optional(text()),
});

export const phonesType = complex(com, 'phonesType', {
  phone: optional(text()),
  mobilePhone: optional(text()),
  fax: optional(text()),
});

export const trackingType = complex(com, 'trackingType', optionals(TRACKING_CODES, text({ max: 128 })));

export const sessionTemplateType = complex(com, 'sessionTemplateType', {
  use: optional(text()),
  default: optional(bool()),
});

export const entryExitToneType = enumeration(com, 'entryExitToneType', ENTRY_EXIT_TONES);

export const serviceTypeType = enumeration(com, 'serviceTypeType', SERVICE_TYPES);
export const sharingViewType = enumeration(com, 'sharingViewType', SHARING_VIEWS);
export const sharingColorType = enumeration(com, 'sharingColorType', SHARING_COLORS);
export const recordingType = enumeration(com, 'recordingType', RECORDING_KINDS);

export const psoFieldsType = complex(com, 'psoFieldsType', { psoField1: optional(text({ max: 128 })) });
