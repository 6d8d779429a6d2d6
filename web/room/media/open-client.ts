/** The client of the engine that the page has been let in to. */
import type { RoomMedia } from '../../../src/browser/pages/room-page.ts';
import { Mesh } from './mesh.ts';
import type { ClientParts, RoomClient } from './room-client.ts';

/** An engine whose client is large has a chunk of its own, which is loaded here. */
export async function openClient({ grant, you }: RoomMedia, parts: ClientParts): Promise<RoomClient> {
  switch (grant.engine) {
    case 'mesh':
      return new Mesh({ you, iceServers: grant.iceServers, ...parts });
  }
}
