/** The client of the engine that the page has been let in to. */
import type { RoomMedia } from '../../../src/browser/pages/room-page.ts';
import type { JoinGrant } from '../../../src/media/engine.ts';
import type { SentByOthers } from './livekit-places.ts';
import { Mesh } from './mesh.ts';
import { canConnect, NoClient } from './no-client.ts';
import type { ClientParts, RoomClient } from './room-client.ts';

export interface OpenParts extends ClientParts {
  readonly sent: SentByOthers;
}

/** The same with a grant of now, where one is given: the room that one is in is another one than the page began with. */
export async function openClientAnew(media: RoomMedia, parts: OpenParts): Promise<RoomClient> {
  // A client that comes in by an old grant asks for another by itself.
  const grant = await askAnew(media.renew, media.MK).catch(() => undefined);
  return openClient({ ...media, grant: grant ?? media.grant }, parts);
}

/** An engine whose client is large has a chunk of its own, which is loaded here. */
export async function openClient(
  { grant, renew, MK, you }: RoomMedia,
  { sent, ...parts }: OpenParts,
): Promise<RoomClient> {
  if (!canConnect()) return new NoClient();
  switch (grant.engine) {
    case 'mesh':
      return new Mesh({ you, iceServers: grant.iceServers, ...parts });
    case 'livekit': {
      const { LiveKitRoom } = await import('./livekit-room.ts');
      return new LiveKitRoom({
        grant,
        sent,
        async renew() {
          const next = await askAnew(renew, MK);
          return next?.engine === 'livekit' ? next : undefined;
        },
        ...parts,
      });
    }
  }
}

/** Nothing when one is no longer in the room. Throws while nobody answers. */
async function askAnew(renew: string, MK: number): Promise<JoinGrant | undefined> {
  const response = await fetch(renew, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ MK }),
  });
  if (response.status === 204) return undefined;
  if (!response.ok) throw new Error(`no grant: ${response.status}`);
  return response.json();
}
