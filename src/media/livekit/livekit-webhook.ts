/**
 * What LiveKit posts when something has happened in a room (docs.livekit.io, webhooks): JSON, with a JWT under our
 * secret that has the SHA-256 of the very bytes. It is a hint to look, and nothing more.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { LiveKitSettings } from './livekit-settings.ts';

/** Events that are remembered, so that one that comes again is heard once. */
const REMEMBERED = 1_000;

/** Seconds by which the clocks may differ. */
const TOLERANCE = 60;

export interface RoomHint {
  readonly event: string;
  /** The room's name. */
  readonly room: string;
}

/** Hears what is posted; nothing for what LiveKit has not said, and for what it has said before. */
export type WebhookReader = (body: Buffer, authorization: string) => Promise<RoomHint | undefined>;

export function webhookReader({ key, secret }: LiveKitSettings, now: () => number): WebhookReader {
  const bytes = new TextEncoder().encode(secret);
  const heard = new Set<string>();

  return async (body, authorization) => {
    const claims = await claimsIn(authorization.replace(/^Bearer /i, ''));
    const sum = createHash('sha256').update(body).digest();
    const said = Buffer.from(typeof claims?.sha256 === 'string' ? claims.sha256 : '', 'base64');
    if (said.length !== sum.length || !timingSafeEqual(said, sum)) return undefined;
    const event: unknown = JSON.parse(body.toString('utf8'));
    if (typeof event !== 'object' || event === null) return undefined;
    const { id, event: name, room } = Object.fromEntries(Object.entries(event));
    if (typeof id !== 'string' || typeof name !== 'string' || heard.has(id)) return undefined;
    heard.add(id);
    const [oldest] = heard;
    if (heard.size > REMEMBERED && oldest !== undefined) heard.delete(oldest);
    const { name: roomName } = typeof room === 'object' && room !== null ? Object(room) : {};
    return { event: name, room: typeof roomName === 'string' ? roomName : '' };
  };

  async function claimsIn(token: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    try {
      const { jwtVerify } = await import('jose');
      const { payload } = await jwtVerify(token, bytes, {
        algorithms: ['HS256'],
        issuer: key,
        clockTolerance: TOLERANCE,
        currentDate: new Date(now()),
        requiredClaims: ['exp'],
      });
      return payload;
    } catch {
      return undefined;
    }
  }
}
