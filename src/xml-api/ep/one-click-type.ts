/** One-click settings as SetupOneClickSettings takes and GetOneClickSettings gives them. */
import { TEMPLATE_KINDS } from '../../sessions/one-click.ts';
import { LIST_STATUSES } from '../../sessions/session.ts';
import { bool, complex, enumeration, extension, int, integer, optional, text } from '../../xml/schema.ts';
import { entryExitToneType, serviceTypeType } from '../types/common.ts';
import { ep } from '../types/namespaces.ts';
import { telephonySupportType } from './session-info-type.ts';

const oneClickMetaData = complex(ep, 'oneClickMetaData', {
  serviceType: serviceTypeType,
  sessionType: integer({ sample: '3' }),
});

const oneClickMetaDataType = extension(ep, 'oneClickMetaDataType', oneClickMetaData, {
  confName: text({ max: 512, sample: 'Quick meeting' }),
  sessionPassword: optional(text({ max: 16, secret: true })),
  listing: optional(enumeration(ep, 'listingType', LIST_STATUSES)),
  CUVCMeetingID: optional(text({ max: 128 })),
  isInternal: optional(bool()),
});

const sessionTemplateType = complex(ep, 'sessionTemplateType', {
  name: optional(text({ max: 256 })),
  type: optional(enumeration(ep, 'templateTypeType', TEMPLATE_KINDS)),
  value: optional(text({ max: 64 })),
});

export const ocMetaDataType = extension(ep, 'ocMetaDataType', oneClickMetaDataType, {
  sessionTemplate: optional(sessionTemplateType),
});

export const ocTelephonyType = complex(ep, 'ocTelephonyType', {
  telephonySupport: telephonySupportType,
  extTelephonyDescription: optional(text({ max: 2000 })),
  tspAccountIndex: optional(int()),
  personalAccountIndex: optional(int()),
  intlLocalCallIn: optional(bool()),
  tollfree: optional(bool()),
  entryExitTone: optional(entryExitToneType),
  isMPAudio: optional(bool()),
});

export const oneClickEnableOptionsType = complex(ep, 'oneClickEnableOptionsType', {
  voip: optional(bool()),
});

export const attendeeOptionsType = complex(ep, 'attendeeOptionsType', { joinApproval: optional(bool()) });
