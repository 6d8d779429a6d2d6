/** Events among the sessions. */
import type { EventDocument } from './documents/event-document.ts';
import type { SessionWithDocument } from './session.ts';

export type EventSession<S extends SessionWithDocument = SessionWithDocument> = S & {
  readonly document: EventDocument;
};

export function isEvent<S extends SessionWithDocument>(session: S): session is EventSession<S> {
  return session.document.kind === 'event';
}
