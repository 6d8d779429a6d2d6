/** Who may be heard, be seen and share in a room. */
import type { Fitting, RoomRules, Sends, Stay } from '../live/live.ts';
import type { MediaRights } from '../media/rights.ts';
import type { RightsIn } from '../media/steward.ts';
import { isAudioOnly } from '../sessions/audio-only.ts';
import type { SessionWithDocument } from '../sessions/session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Site } from '../sites/site.ts';

const ALL: MediaRights = { microphone: true, camera: true, screen: true };
const NONE: MediaRights = { microphone: false, camera: false, screen: false };

/**
 * What can be sent in a session, as its options say (meeting.xsd): `voip` for voices, `audioVideo` and `multiVideo` for
 * pictures, the first of them for voices too, the two shares for screens. An audio-only session has nothing to see. A
 * personal room has no options.
 */
export function sendable(site: Site, session: SessionWithDocument | undefined): MediaRights {
  if (!session) return ALL;
  const { voip, audioVideo, multiVideo, desktopShare, applicationShare } = session.document.enableOptions;
  const isSeen = !isAudioOnly(site, session);
  return {
    microphone: voip || audioVideo || !isSeen,
    camera: isSeen && (audioVideo || multiVideo),
    screen: isSeen && (desktopShare || applicationShare),
  };
}

/**
 * What somebody may send now: by the session's options, their role and the rules of the room. Whoever hosts shares in
 * any case, and whoever presents needs no rule. Somebody who is heard may be heard until they are muted.
 * @param rules those of the room as it is now
 */
export function mediaRights(
  site: Site,
  session: SessionWithDocument | undefined,
  stay: Stay,
  rules: RoomRules,
): MediaRights {
  const { microphone: hasVoip, camera, screen } = sendable(site, session);
  const { role, isHost, sends, via } = stay;
  // The options are about voices over the Internet.
  const microphone = hasVoip || via !== 'WEB';
  if (role === 'LISTENER') return NONE;
  if (isHost) return { microphone, camera, screen: screen || !session || !isAudioOnly(site, session) };
  if (role === 'PRESENTER' || role === 'PANELIST') return { microphone, camera, screen };
  return {
    microphone: microphone && (rules.unmute || sends.microphone),
    camera: camera && rules.camera,
    screen: screen && rules.share,
  };
}

/** What is off of what somebody sends when their rights have changed. */
export function fitting(site: Site, session: SessionWithDocument | undefined): Fitting {
  return (stay, rules) => {
    const rights = mediaRights(site, session, stay, rules);
    return allowed(stay.sends, rights);
  };
}

/** What everybody in a room may send, for whoever holds its engine to it. */
export function rightsInRooms(sessions: Sessions): RightsIn {
  return async (site, { sessionKey, rules }) => {
    const found = await sessions.find(site, sessionKey);
    const session = found && (await sessions.withDocument(found));
    return (stay) => mediaRights(site, session, stay, rules);
  };
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
