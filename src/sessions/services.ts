/** The services that schedule sessions: which sessions are theirs, what documents those have, and of which types they are. */

import type { AccountWithProfile } from '../accounts/account.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { SessionType } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import { audioOnlyTypeFor, isAudioOnly } from './audio-only.ts';
import type { KindName } from './documents/document-kind.ts';
import { DOCUMENT_KINDS, kindOf, type NewDocument } from './documents/session-document.ts';
import { newDocument, typeFor } from './scheduling.ts';
import type { Session } from './session.ts';
import { settledTraining } from './training.ts';
import type { DocumentWish } from './wish.ts';

export interface SessionService {
  readonly serviceType: ServiceType;
  /** What the documents of its sessions are like, and what they say of themselves. */
  readonly document: (typeof DOCUMENT_KINDS)[KindName];
  has(site: Site, session: Pick<Session, 'service' | 'sessionType'>): boolean;
  /**
   * The type of a session that wishes for one, or for none (-1 too).
   * @param wish tells whether the highest type of the host is meant where none is named
   * @throws SessionTypeNotSupported when the site, the service or the host does not have it.
   */
  typeFor(
    site: Site,
    host: AccountWithProfile,
    sessionType: number | undefined,
    wish?: DocumentWish,
  ): SessionType;
  /** What a new session of a host is like where its wish is silent. */
  usual(site: Site, host: AccountWithProfile, type: SessionType): NewDocument;
  /** The document as it has to be in this service. @throws RuleBroken when what was wished contradicts itself */
  settled<D extends NewDocument>(document: D, wish: DocumentWish | undefined): D;
}

type Usual = SessionService['usual'];

function ofType(
  serviceType: ServiceType,
  usual?: Usual,
  settled: SessionService['settled'] = (document) => document,
): SessionService {
  const document = DOCUMENT_KINDS[kindOf(serviceType, false)];
  return {
    serviceType,
    document,
    has: (_site, { service }) => service === serviceType,
    typeFor(site, host, sessionType, wish) {
      const { defaults } = document;
      const isUsual = 'defaultHighestMT' in defaults && defaults.defaultHighestMT === true;
      return typeFor(site, host, serviceType, sessionType, wish?.defaultHighestMT ?? isUsual);
    },
    settled,
    usual: usual ?? ((site, host, type) => ({ ...document.defaults, ...newDocument(site, host, type) })),
  };
}

const usualMeeting: Usual = (site, host, type) => {
  const { firstAttendeeAsPresenter } = site.settings.security;
  return {
    ...DOCUMENT_KINDS.meeting.defaults,
    ...newDocument(site, host, type),
    ...{ firstAttendeeAsPresenter },
  };
};

/** Trainings are held in the client of the platform, where nothing else is said (trainingsession.xsd). */
const usualTraining: Usual = (site, host, type) => {
  const document = newDocument(site, host, type);
  const enableOptions = { ...document.enableOptions, nativeClient: true };
  return { ...DOCUMENT_KINDS.training.defaults, ...document, enableOptions };
};

/** Audio-only sessions have a type of their own, and are meetings otherwise. */
const audioOnly: SessionService = {
  serviceType: 'MeetingCenter',
  document: DOCUMENT_KINDS.audioOnly,
  has: isAudioOnly,
  typeFor: audioOnlyTypeFor,
  usual: usualMeeting,
  settled: (document) => document,
};

export const SESSION_SERVICES = {
  meeting: ofType('MeetingCenter', usualMeeting),
  event: ofType('EventCenter'),
  training: ofType('TrainingCenter', usualTraining, settledTraining),
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
