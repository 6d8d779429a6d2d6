/** The tokens that LiveKit takes: JWTs under the secret that both know, with what they allow in the claim `video`. */
import type { MediaRights } from '../rights.ts';
import type { LiveKitSettings } from './livekit-settings.ts';

/** Seconds in which a browser has to begin; LiveKit takes a token for a minute longer than it says. */
const TO_JOIN = 60;
const TO_CALL = 30;

/** What somebody may send, in LiveKit's words. */
export const SOURCES = { microphone: 'microphone', camera: 'camera', screen: 'screen_share' } as const;

export type Tokens = ReturnType<typeof liveKitTokens>;

export function liveKitTokens({ key, secret }: LiveKitSettings, now: () => number) {
  const bytes = new TextEncoder().encode(secret);

  async function sign(
    subject: string,
    seconds: number,
    claims: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    // Loaded with the first token: an installation without LiveKit holds none of it.
    const { SignJWT } = await import('jose');
    const at = Math.floor(now() / 1000);
    return (
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(key)
        .setSubject(subject)
        .setIssuedAt(at)
        // The clocks of two machines differ a little.
        .setNotBefore(at - 10)
        .setExpirationTime(at + seconds)
        .sign(bytes)
    );
  }

  return {
    /** For one browser in one room, to send what it may and to receive; nothing else. */
    join(room: string, identity: string, rights: MediaRights): Promise<string> {
      const sources = sourcesOf(rights);
      return sign(identity, TO_JOIN, {
        video: {
          room,
          roomJoin: true,
          canSubscribe: true,
          // An empty list of sources would allow all of them.
          canPublish: sources.length > 0,
          canPublishSources: sources,
          canPublishData: false,
          canUpdateOwnMetadata: false,
        },
      });
    },

    /** For the server's own recorder: it hears and sees, and is seen by nobody. */
    record(room: string, identity: string): Promise<string> {
      const own = { hidden: true, recorder: true };
      const sends = { canPublish: false, canPublishData: false, canUpdateOwnMetadata: false };
      return sign(identity, TO_JOIN, {
        video: { room, roomJoin: true, canSubscribe: true, ...sends, ...own },
      });
    },

    /** For a call of the server's own. */
    call(grant: Readonly<Record<string, unknown>>): Promise<string> {
      return sign('parlance', TO_CALL, { video: grant });
    },
  };
}

export function sourcesOf(rights: MediaRights): readonly string[] {
  const media = Object.keys(SOURCES) as (keyof typeof SOURCES)[];
  return media.filter((medium) => rights[medium]).map((medium) => SOURCES[medium]);
}
