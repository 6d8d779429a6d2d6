/** The session that a request of the attendee service is about. */
import { type Session, SessionNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { long } from '../../xml/schema.ts';
import type { AccountCall } from '../operation.ts';

export const CONF_ID = long({ min: 1, grouped: true });

/** meetingKey and sessionKey are one thing to clients. */
interface Named {
  readonly sessionKey?: number | undefined;
  readonly meetingKey?: number | undefined;
  readonly confID?: number | undefined;
}

/**
 * @throws SessionNotFound when there is no such session
 * @throws InvalidElement when the request names no session
 */
export async function sessionAsked(
  { site, app: { sessions } }: AccountCall,
  { sessionKey, meetingKey, confID }: Named,
): Promise<Session> {
  const key = sessionKey ?? meetingKey;
  if (key !== undefined) return sessions.required(site, key);
  if (confID === undefined) throw new InvalidElement('sessionKey', 'missing', 'is required');
  const session = await sessions.findByConfID(site, confID);
  if (!session) throw new SessionNotFound(confID);
  return session;
}
