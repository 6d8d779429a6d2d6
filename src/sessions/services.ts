/** The services that schedule sessions: which sessions are theirs, what documents those have, and of which types they are. */

import type { AccountWithProfile } from '../accounts/account.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { SessionType } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import { audioOnlyTypeFor, isAudioOnly } from './audio-only.ts';
import type { KindName } from './documents/document-kind.ts';
import { DOCUMENT_KINDS, kindOf } from './documents/session-document.ts';
import { typeFor } from './scheduling.ts';
import type { Session } from './session.ts';

export interface SessionService {
  readonly serviceType: ServiceType;
  /** What the documents of its sessions are like, and what they say of themselves. */
  readonly document: (typeof DOCUMENT_KINDS)[KindName];
  has(site: Site, session: Pick<Session, 'service' | 'sessionType'>): boolean;
  /**
   * The type of a session that wishes for one, or for none (-1 too).
   * @throws SessionTypeNotSupported when the site, the service or the host does not have it.
   */
  typeFor(site: Site, host: AccountWithProfile, sessionType: number | undefined): SessionType;
}

function ofType(serviceType: ServiceType): SessionService {
  return {
    serviceType,
    document: DOCUMENT_KINDS[kindOf(serviceType, false)],
    has: (_site, { service }) => service === serviceType,
    typeFor: (site, host, sessionType) => typeFor(site, host, serviceType, sessionType),
  };
}

/** Audio-only sessions have a type of their own, and are meetings otherwise. */
const audioOnly: SessionService = {
  serviceType: 'MeetingCenter',
  document: DOCUMENT_KINDS.audioOnly,
  has: isAudioOnly,
  typeFor: audioOnlyTypeFor,
};

export const SESSION_SERVICES = {
  meeting: ofType('MeetingCenter'),
  event: ofType('EventCenter'),
  training: ofType('TrainingCenter'),
  support: ofType('SupportCenter'),
  sales: ofType('SalesCenter'),
  audioOnly,
} as const;

const BY_TYPE: Readonly<Record<ServiceType, SessionService>> = {
  MeetingCenter: SESSION_SERVICES.meeting,
  EventCenter: SESSION_SERVICES.event,
  TrainingCenter: SESSION_SERVICES.training,
  SupportCenter: SESSION_SERVICES.support,
  SalesCenter: SESSION_SERVICES.sales,
};

/** The service of that name. */
export function sessionService(serviceType: ServiceType): SessionService {
  return BY_TYPE[serviceType];
}
