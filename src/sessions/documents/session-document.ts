/** What a session holds beside the columns that are searched and sorted: a document of its service. */
import type { ServiceType } from '../../sites/service-type.ts';
import {
  checkedDocument,
  DocumentBroken,
  documentText,
  parsedDocument,
  upgraded,
} from '../../stored/codec.ts';
import type { BaseDocument } from './base-document.ts';
import type { KindName, SessionDocumentKind } from './document-kind.ts';
import { type EventDocument, eventDocument } from './event-document.ts';
import {
  type AudioOnlyDocument,
  audioOnlyDocument,
  type MeetingDocument,
  meetingDocument,
} from './meeting-document.ts';
import { type SalesDocument, salesDocument } from './sales-document.ts';
import { type SupportDocument, supportDocument } from './support-document.ts';
import { type TrainingDocument, trainingDocument } from './training-document.ts';

export type SessionDocument =
  | MeetingDocument
  | AudioOnlyDocument
  | TrainingDocument
  | EventDocument
  | SalesDocument
  | SupportDocument;

export const DOCUMENT_KINDS = {
  meeting: meetingDocument,
  audioOnly: audioOnlyDocument,
  training: trainingDocument,
  event: eventDocument,
  sales: salesDocument,
  support: supportDocument,
} as const;

/** What the documents of every service have, before the numbers and codes of a session are drawn. */
export type NewDocument = Omit<BaseDocument, 'hostKey' | 'guestToken' | 'accessCodes'>;

type Content<D extends SessionDocument> = Omit<D, 'kind'>;

/** What any kind of documents has; no document has all of it. */
export type AnyContent = Content<MeetingDocument> &
  Content<TrainingDocument> &
  Content<EventDocument> &
  Content<SalesDocument> &
  Content<SupportDocument>;

const BY_SERVICE: Readonly<Record<ServiceType, KindName>> = {
  MeetingCenter: 'meeting',
  TrainingCenter: 'training',
  EventCenter: 'event',
  SalesCenter: 'sales',
  SupportCenter: 'support',
};

/** The kind of a service's documents; that of audio-only sessions has no service of its own. */
export function kindOf(service: ServiceType, isAudioOnly: boolean): KindName {
  return service === 'MeetingCenter' && isAudioOnly ? 'audioOnly' : BY_SERVICE[service];
}

/**
 * The document of a kind with that content; what its kind alone has is as usual where the content is silent.
 * @throws DocumentBroken when the content is not that of the kind
 * @throws RuleBroken when it breaks a rule of the kind
 */
export function documentOf(kind: KindName, content: BaseDocument): SessionDocument {
  const of: SessionDocumentKind<SessionDocument> = DOCUMENT_KINDS[kind];
  const document = checkedDocument(of, { ...of.defaults, ...content, kind });
  return of.settled?.(document) ?? document;
}

/**
 * The document of a row, in the newest version.
 * @param service that of the row, for a document that was written before there were kinds
 * @throws DocumentBroken when it is none that this version knows
 */
export function readDocument(json: string, service: ServiceType): SessionDocument {
  const stored = parsedDocument(json);
  const { kind = kindOf(service, stored.accessCodes !== undefined) } = stored;
  return upgraded<SessionDocument>(kindNamed(kind), stored);
}

/** What is stored. @throws DocumentBroken when the document is not of its kind */
export function writtenDocument(document: SessionDocument): string {
  return documentText<SessionDocument>(DOCUMENT_KINDS[document.kind], document);
}

const KINDS_BY_NAME = new Map<unknown, (typeof DOCUMENT_KINDS)[KindName]>(Object.entries(DOCUMENT_KINDS));

function kindNamed(kind: unknown): (typeof DOCUMENT_KINDS)[KindName] {
  const found = KINDS_BY_NAME.get(kind);
  if (!found) throw new DocumentBroken('', `whose kind is ${String(kind)}`);
  return found;
}
