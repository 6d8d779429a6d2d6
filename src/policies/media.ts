/** Who may be heard, be seen and share in a room. */
import type { Sends, Stay } from '../live/live.ts';
import type { MediaRights } from '../media/rights.ts';
import { isAudioOnly } from '../sessions/audio-only.ts';
import type { SessionWithDocument } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';

const ALL: MediaRights = { microphone: true, camera: true, screen: true };

/**
 * What can be sent in a session, as its options say (meeting.xsd): `voip` for voices, `audioVideo` for pictures and
 * voices, the two shares for screens. A personal room has no options.
 */
export function sendable(site: Site, session: SessionWithDocument | undefined): MediaRights {
  if (!session) return ALL;
  const { voip, audioVideo, multiVideo, desktopShare, applicationShare } = session.document.enableOptions;
  return {
    microphone: voip || audioVideo,
    camera: (audioVideo || multiVideo) && !isAudioOnly(site, session),
    screen: desktopShare || applicationShare,
  };
}

/** Whoever has the host's right shares in any case. */
export function mediaRights(site: Site, session: SessionWithDocument | undefined, stay: Stay): MediaRights {
  const rights = sendable(site, session);
  return { ...rights, screen: rights.screen || stay.isHost };
}

/** What is left of what somebody wants to send. */
export function allowed(change: Partial<Sends>, rights: MediaRights): Partial<Sends> {
  const { microphone, camera, screen, hand } = change;
  return {
    ...(microphone !== undefined && { microphone: microphone && rights.microphone }),
    ...(camera !== undefined && { camera: camera && rights.camera }),
    ...(screen !== undefined && { screen: screen && rights.screen }),
    ...(hand !== undefined && { hand }),
  };
}
