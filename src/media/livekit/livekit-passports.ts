/**
 * Who is let through to LiveKit's signalling at our own origin. LiveKit takes a token again after its owner was removed,
 * and gives everybody who is connected a fresh one: whoever shows one is looked for in the room as it is now.
 */
import { personOf, type RoomName, roomNameIn } from './livekit-names.ts';
import type { LiveKitSettings } from './livekit-settings.ts';

/** Seconds by which the clocks may differ: LiveKit itself takes a token for so much longer. */
const TOLERANCE = 60;

/** Whether somebody is in the room of a run: let in, and neither gone nor put out. */
export type Admits = (room: RoomName, publicId: string) => Promise<boolean>;

/** The room that a token opens; nothing for a token that is not ours or is too old, and for whoever is not in that room. */
export type Passports = (token: string) => Promise<string | undefined>;

export function liveKitPassports(
  { key, secret, prefix }: LiveKitSettings,
  admits: Admits,
  now: () => number,
): Passports {
  const bytes = new TextEncoder().encode(secret);

  return async (token) => {
    const { sub, video, iss, exp } = await claimsIn(token);
    if (iss !== key || typeof sub !== 'string' || typeof exp !== 'number') return undefined;
    // When it begins is LiveKit's to judge, by the clock that it was made by.
    if (exp + TOLERANCE < now() / 1000) return undefined;
    const room = typeof video === 'object' && video !== null && 'room' in video ? String(video.room) : '';
    const name = roomNameIn(prefix, room);
    return name && (await admits(name, personOf(sub))) ? room : undefined;
  };

  /** What our secret has signed; nothing of anything else. */
  async function claimsIn(token: string): Promise<Readonly<Record<string, unknown>>> {
    try {
      const { compactVerify } = await import('jose');
      const { payload } = await compactVerify(token, bytes, { algorithms: ['HS256'] });
      return { ...JSON.parse(new TextDecoder().decode(payload)) };
    } catch {
      return {};
    }
  }
}
