/** The session that a call names, for whoever may see all of it. */
import { seen } from '../../policies/session.ts';
import { SessionNotFound, type SessionWithDocument } from '../../sessions/session.ts';
import type { ApiCall } from '../api/endpoint.ts';

/** @throws SessionNotFound; AccessDenied for a training or an event that is another's */
export async function foundSession(call: ApiCall, key: string): Promise<SessionWithDocument> {
  const { site, context, account } = call;
  const { sessions } = context;
  const session = /^\d{1,15}$/.test(key) ? await sessions.find(site, Number(key)) : undefined;
  if (!session) throw new SessionNotFound(Number(key));
  await seen(sessions, session, account);
  return sessions.withDocument(session);
}
