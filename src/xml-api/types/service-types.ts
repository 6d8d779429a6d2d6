/** Types of the service namespace that several services share (service.xsd). */
import { bool, complex, enumeration, extension, many, optional, text } from '../../xml/schema.ts';
import { serv } from './namespaces.ts';

export const resultTypeType = enumeration(serv, 'resultTypeType', ['SUCCESS', 'FAILURE']);

export const globalCallInNumType = complex(serv, 'globalCallInNumType', {
  countryAlias: text(),
  phoneNumber: text(),
  tollFree: bool(),
  /** Recorded in getSite, 2016-02. */
  default: optional(bool()),
});

export const callInNumType = complex(serv, 'callInNumType', {
  tollNum: optional(text()),
  tollFreeNum: optional(text()),
  intlLocalNum: optional(text()),
  globalNum: many(globalCallInNumType),
});

export const personalTeleServerType = extension(serv, 'personalTeleServerType', callInNumType, {
  enableServer: optional(bool()),
  tollLabel: optional(text()),
  tollFreeLabel: optional(text()),
});

export const tspAccountType = complex(serv, 'tspAccountType', {
  tollFreeCallInNumber: text({ max: 512 }),
  tollCallInNumber: text({ max: 512 }),
  subscriberAccessCode: optional(text({ max: 512 })),
  participantAccessCode: optional(text({ max: 512 })),
});

export const meetingAssistType = complex(serv, 'meetingAssistType', {
  assistRequest: optional(text()),
  assistConfirm: optional(text()),
});
