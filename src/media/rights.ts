/** What somebody may send to the others of a room. `policies/` decides it; an engine holds to it. */
import type { Sends } from '../live/live.ts';

export type MediaRights = Readonly<Omit<Sends, 'hand'>>;
