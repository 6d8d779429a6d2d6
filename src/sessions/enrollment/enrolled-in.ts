/** Whether people register for a session, or enrol in it. */
import type { SessionDocument } from '../documents/session-document.ts';

/** An event is enrolled in unless its host has closed that; for the others registration is a choice of the host. */
export function takesRegistrations(document: SessionDocument): boolean {
  if (document.kind === 'event') return document.enrollment.isClosed !== true;
  return document.attendeeOptions.registration;
}
