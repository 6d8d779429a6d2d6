/** CreateTeleconferenceSession: schedules an audio-only session. */
import { audioOnlyTypeFor } from '../../sessions/audio-only.ts';
import {
  audioPasswordFor,
  checkSchedule,
  hostFor,
  newDocument,
  USUAL_DURATION,
} from '../../sessions/scheduling.ts';
import { NO_REPEAT } from '../../sessions/series.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { extension, long, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { audioOnlyService } from '../service.ts';
import { auo } from '../types/namespaces.ts';
import { listStatusAsked, otherHostAsked, whenAsked } from './meeting-request.ts';
import { asMeeting, teleconferenceDocument, teleconferencePeople } from './teleconference-request.ts';
import { audioOnlyType } from './teleconference-type.ts';

export const createTeleconferenceSession = operation({
  service: audioOnlyService,
  name: 'CreateTeleconferenceSession',
  summary: 'Schedules an audio-only session, for the caller or for a host who lets him.',
  may: anyAccount,
  request: extension(auo, 'createTeleconferenceSession', audioOnlyType, {}),
  response: body(audioOnlyService, 'createTeleconferenceSessionResponse', { sessionKey: optional(long()) }),
  async run({ site, account, accounts, sessions, random }, request) {
    const meeting = asMeeting(request);
    const confName = request.metaData?.confName;
    if (confName === undefined) throw new InvalidElement('metaData/confName', 'missing', 'is required');
    const host = await hostFor(accounts, site, account, otherHostAsked(meeting, account));
    const when = whenAsked(meeting, { zone: zoneOf(host.timeZoneID), repeat: NO_REPEAT });
    if (!when) throw new InvalidElement('schedule/startDate', 'missing', 'is required');
    const type = audioOnlyTypeFor(site, host, request.metaData?.sessionType);
    const duration = request.schedule?.duration ?? USUAL_DURATION;
    const document = teleconferenceDocument(newDocument(site, host, type), request, when, host);
    checkSchedule({ site, host, type, confName, duration, document });
    const { sessionKey } = await sessions.create(
      site,
      {
        host,
        creator: account,
        service: 'MeetingCenter',
        sessionType: type.meetingTypeID,
        confName,
        startAt: when.startAt,
        duration,
        timeZoneID: when.zone.id,
        listStatus: site.settings.security.allMeetingsUnlisted
          ? 'UNLISTED'
          : (listStatusAsked(meeting) ?? 'PUBLIC'),
        document: { ...document, audioPassword: audioPasswordFor(site, document, random) },
      },
      teleconferencePeople([], request) ?? [],
    );
    return { sessionKey };
  },
});
