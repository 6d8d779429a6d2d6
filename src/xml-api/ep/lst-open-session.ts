/** LstOpenSession: what is going on now, by service. */

import { listedFor } from '../../policies/listed-for.ts';
import { NoRecordFound } from '../../refusal.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { complex, group, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { serviceTypeType } from '../types/common.ts';
import { matchingRecords, matchingRecordsType } from '../types/list.ts';
import { ep } from '../types/namespaces.ts';
import { listingType } from '../types/session/listing.ts';

/** Sessions that are open at once and told of in one answer. */
const MOST = 500;

const openSessionType = complex(ep, 'openSessionType', {
  sessionKey: long(),
  sessionName: text(),
  hostWebExID: text(),
  startTime: text(),
  actualStartTime: text(),
  timeZoneID: long(),
  listStatus: listingType,
});

export const lstOpenSession = operation({
  service: epService,
  name: 'LstOpenSession',
  level: '5.5',
  summary:
    'Lists the sessions that are in progress: of the site for an administrator, else those of the caller.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound],
  request: body(epService, 'lstOpenSession', { serviceType: many(serviceTypeType) }),
  response: body(epService, 'lstOpenSessionResponse', {
    matchingRecords: optional(matchingRecordsType),
    services: many(group({ serviceType: serviceTypeType, sessions: many(openSessionType) })),
  }),
  async run({ site, account, app: { accounts, sessionList } }, { serviceType }) {
    const scope = await listedFor(accounts, site, account, { invited: true });
    if (!scope) throw new NoRecordFound();
    const page = { startFrom: 1, maximumNum: MOST, method: 'AND' as const };
    const { total, sessions } = await sessionList.search(
      site,
      { ...scope, inProgress: true, services: serviceType.length > 0 ? serviceType : undefined },
      { ...page, order: [{ by: 'STARTTIME', descending: false }] },
    );
    const services = [...new Set(sessions.map(({ service }) => service))].map((service) => ({
      serviceType: service,
      sessions: sessions
        .filter((session) => session.service === service)
        .map((session) => {
          const zone = zoneOf(session.timeZoneID);
          return {
            sessionKey: session.sessionKey,
            sessionName: session.confName,
            hostWebExID: session.hostWebExID,
            startTime: formatSiteTime(session.at, zone),
            actualStartTime: formatSiteTime(session.actualStartAt ?? session.at, zone),
            timeZoneID: zone.id,
            listStatus: session.listStatus,
          };
        }),
    }));
    return { matchingRecords: matchingRecords(total, sessions.length, page), services };
  },
});
