/** CreateTeleconferenceSession: schedules an audio-only session. */
import { hostFor } from '../../policies/host.ts';
import { audioOnlyTypeFor } from '../../sessions/audio-only.ts';
import { scheduleSession } from '../../sessions/schedule-session.ts';
import { newDocument, USUAL_DURATION } from '../../sessions/scheduling.ts';
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
  level: '5.5',
  summary: 'Schedules an audio-only session, for the caller or for a host who lets him.',
  may: anyAccount,
  throttled: 'meetingWrites',
  request: extension(auo, 'createTeleconferenceSession', audioOnlyType, {}),
  response: body(audioOnlyService, 'createTeleconferenceSessionResponse', { sessionKey: optional(long()) }),
  async run(call, request) {
    const { site, account } = call;
    const { accounts } = call.app;
    const meeting = asMeeting(request);
    const confName = request.metaData?.confName;
    if (confName === undefined) throw new InvalidElement('metaData/confName', 'missing', 'is required');
    const host = await hostFor(accounts, site, account, otherHostAsked(meeting, account));
    const when = whenAsked(meeting, { zone: zoneOf(host.timeZoneID), repeat: NO_REPEAT });
    if (!when) throw new InvalidElement('schedule/startDate', 'missing', 'is required');
    const type = audioOnlyTypeFor(site, host, request.metaData?.sessionType);
    const { sessionKey } = await scheduleSession(
      call.app,
      site,
      {
        host,
        creator: account,
        type,
        confName,
        startAt: when.startAt,
        duration: request.schedule?.duration ?? USUAL_DURATION,
        timeZoneID: when.zone.id,
        listStatus: listStatusAsked(meeting) ?? 'PUBLIC',
        document: teleconferenceDocument(newDocument(site, host, type), request, when, host),
      },
      teleconferencePeople([], request),
    );
    return { sessionKey };
  },
});
