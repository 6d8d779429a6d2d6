/**
 * Who is in a room of LiveKit, and what they send. Whoever comes anew, and whatever is sent anew, may be there before
 * the end of what it stands for has been told: of two the later one counts.
 */
import type { Participant, Room, Track, TrackPublication } from 'livekit-client';

/** What the room knows somebody by: an identity is theirs with the number of a grant. */
export function idOf({ identity }: Participant): string {
  return identity.split('.', 1)[0] ?? '';
}

/** The newest page of somebody. */
export function newestPage(room: Room | undefined, id: string): Participant | undefined {
  const all = [...(room?.remoteParticipants.values() ?? [])].filter((one) => idOf(one) === id);
  return all.sort((one, other) => (one.identity < other.identity ? 1 : -1))[0];
}

/** @param gone is still listed while LiveKit's client tells that it has ended */
export function newestOf(
  person: Participant | undefined,
  source: Track.Source,
  gone?: TrackPublication,
): TrackPublication | undefined {
  const all = [...(person?.trackPublications.values() ?? [])].filter((one) => one !== gone);
  return all.filter((one) => one.source === source).at(-1);
}
