/** The envelope of the XML API: `message` with its header and body (service.xsd). */
import {
  complex,
  enumeration,
  extension,
  group,
  long,
  many,
  optional,
  required,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { com, serv } from '../types/namespaces.ts';
import { resultTypeType } from '../types/service-types.ts';

const securityType = complex(com, 'securityType', {
  webExID: optional(text()),
  password: optional(text({ secret: true })),
  siteID: optional(long()),
  siteName: optional(text()),
  partnerID: optional(text()),
  email: optional(text()),
  sessionTicket: optional(text({ secret: true })),
  // Later levels; clients send them.
  webExAccessToken: optional(text({ secret: true })),
  clientID: optional(text()),
  clientSecret: optional(text({ secret: true })),
  returnAdditionalInfo: optional(text()),
});

export const securityContextType = extension(serv, 'securityContextType', securityType, {});
export type SecurityContext = ValueOf<typeof securityContextType>;

const gsbStatusType = enumeration(serv, 'gsbStatusType', ['PRIMARY', 'BACKUP']);

const subErrorType = complex(serv, 'subErrorType', {
  exceptionID: text(),
  reason: text(),
  value: optional(text()),
});

const responseType = complex(serv, 'responseType', {
  result: resultTypeType,
  reason: optional(text()),
  gsbStatus: optional(gsbStatusType),
  exceptionID: optional(text()),
  subErrors: optional(group({ subError: many(subErrorType, { min: 1 }) })),
  value: optional(text()),
});

export const messageType = complex(serv, 'messageType', {
  header: required(group({ securityContext: optional(securityContextType), response: many(responseType) })),
  // A failure before dispatch has a body without content (recorded).
  body: required(group({ bodyContent: many(bodyContentType) })),
});
