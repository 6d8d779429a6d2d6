/** Meetings among the sessions; those by telephone alone are meetings too. */
import type { AudioOnlyDocument, MeetingDocument } from './documents/meeting-document.ts';
import type { SessionWithDocument } from './session.ts';

export type Meeting<S extends SessionWithDocument = SessionWithDocument> = S & {
  readonly document: MeetingDocument | AudioOnlyDocument;
};

export function isMeeting<S extends SessionWithDocument>(session: S): session is Meeting<S> {
  const { kind } = session.document;
  return kind === 'meeting' || kind === 'audioOnly';
}
