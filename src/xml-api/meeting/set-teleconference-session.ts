/** SetTeleconferenceSession: changes what is given of an audio-only session. */
import { hostFor } from '../../policies/host.ts';
import { managed } from '../../policies/session.ts';
import { audioOnlyTypeFor, isAudioOnly } from '../../sessions/audio-only.ts';
import { audioPasswordFor, checkSchedule } from '../../sessions/scheduling.ts';
import { SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { sessionType } from '../../sites/session-types.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { extension } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { audioOnlyService } from '../service.ts';
import { auo } from '../types/namespaces.ts';
import { listStatusAsked, otherHostAsked, startLocalOf, whenAsked } from './meeting-request.ts';
import { asMeeting, teleconferenceDocument, teleconferencePeople } from './teleconference-request.ts';
import { audioOnlyType, oneAudioOnly } from './teleconference-type.ts';

export const setTeleconferenceSession = operation({
  service: audioOnlyService,
  name: 'SetTeleconferenceSession',
  level: '5.5',
  summary:
    'Changes what is given of an audio-only session; people who are named replace those of their kind of access.',
  may: anyAccount,
  throttled: 'meetingWrites',
  request: extension(auo, 'setTeleconferenceSession', audioOnlyType, oneAudioOnly),
  response: body(audioOnlyService, 'setTeleconferenceSessionResponse', {}),
  async run({ site, account, app: { accounts, sessions, random } }, request) {
    const { sessionKey } = request;
    const meeting = asMeeting(request);
    const found = await sessions.required(site, sessionKey);
    await managed(sessions, found, account);
    if (!isAudioOnly(site, found)) throw new SessionNotFound(sessionKey);
    const owner = await accounts.findById(found.host);
    const other = otherHostAsked(meeting, owner ?? account);
    const host =
      other === undefined
        ? owner && (await accounts.withProfile(owner))
        : await hostFor(accounts, site, account, other);
    if (!host) throw new SessionNotFound(sessionKey);
    await sessions.change(site, sessionKey, (current, people) => {
      if (current.inProgress) throw new SessionInProgress(sessionKey);
      const zone = zoneOf(current.timeZoneID);
      const when = whenAsked(meeting, {
        zone,
        startLocal: startLocalOf(current.startAt, zone, current.document.startLocal),
        repeat: current.document.repeat,
      });
      const asked = request.metaData?.sessionType;
      const stays = asked === undefined || asked === -1 || asked === current.sessionType;
      const type =
        (stays ? sessionType(site, current.sessionType) : undefined) ?? audioOnlyTypeFor(site, host, asked);
      if (!when) throw new SessionNotFound(sessionKey);
      const confName = request.metaData?.confName ?? current.confName;
      const duration = request.schedule?.duration ?? current.duration;
      const document = teleconferenceDocument(current.document, request, when, host);
      checkSchedule({ site, host, type, confName, duration, document });
      return {
        host,
        sessionType: type.meetingTypeID,
        confName,
        startAt: when.startAt,
        duration,
        timeZoneID: when.zone.id,
        listStatus: site.settings.security.allMeetingsUnlisted ? 'UNLISTED' : listStatusAsked(meeting),
        document: { ...document, audioPassword: audioPasswordFor(site, document, random) },
        attendees: teleconferencePeople(people, request),
      };
    });
    return {};
  },
});
