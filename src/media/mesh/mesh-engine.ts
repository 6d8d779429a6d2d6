/**
 * The embedded engine: browsers send to each other directly, and find each other by the post of the room (`signals`).
 * Nothing passes through the server; what somebody may not send is dropped by every receiver, by the room's word.
 */
import type { Clock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { MediaEngine } from '../engine.ts';
import { iceServersFor } from './ice-servers.ts';

export function openMesh(settings: Settings, clock: Clock): MediaEngine {
  return {
    name: 'mesh',
    can: {
      pictures: settings.picturesAtOnce,
      serverMute: false,
      recording: 'browser',
      dialIn: settings.sip !== '',
    },
    grant: async ({ stay }) => ({ engine: 'mesh', iceServers: iceServersFor(settings, clock, stay) }),
    // The rows of the room are all that there is: who is in it has the others' signals, who is not has none.
    settle: async () => {},
    endOthers: async () => {},
    on: () => () => {},
  };
}
