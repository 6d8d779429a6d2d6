/** The servers by which browsers find a way to each other (RFC 8489, RFC 8656). */
import { createHmac } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Stay } from '../../live/live.ts';
import type { Settings } from '../../settings.ts';
import type { IceServer } from '../engine.ts';

/** Seconds for which a TURN server takes what is given here. */
const GOOD_FOR = 12 * 3600;

/**
 * What one stay's browser is given. The credential of TURN servers is that of TURN's REST habit, which coturn calls
 * `use-auth-secret`: a name with its end in it, and an HMAC of it under a secret that both servers know.
 */
export function iceServersFor(settings: Settings, clock: Clock, stay: Stay): readonly IceServer[] {
  const urls = settings.iceServers.split(/[\s,]+/).filter(Boolean);
  const stun = urls.filter((url) => url.startsWith('stun'));
  const turn = urls.filter((url) => url.startsWith('turn'));
  const username = `${Math.floor(clock.now() / 1000) + GOOD_FOR}:${stay.publicId}`;
  const credential = createHmac('sha1', settings.turnSecret).update(username).digest('base64');
  return [
    ...(stun.length > 0 ? [{ urls: stun }] : []),
    ...(turn.length > 0 ? [{ urls: turn, username, credential }] : []),
  ];
}
