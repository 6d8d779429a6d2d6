/** LstsummarySession: sessions of every service, a short row each. */

import { listedFor } from '../../policies/listed-for.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { isAudioOnly } from '../../sessions/audio-only.ts';
import type { ListedSession } from '../../sessions/lists/session-list.ts';
import { SESSION_ORDERS } from '../../sessions/lists/session-order.ts';
import { SESSION_STATUSES, statusOf } from '../../sessions/session.ts';
import { MEMBER } from '../../sessions/sessions.ts';
import { isSpecialKind, sessionTypes } from '../../sites/session-types.ts';
import type { Site } from '../../sites/site.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { labelAt, type TimeZone, zoneOf } from '../../time/time-zones.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  group,
  int,
  integer,
  long,
  many,
  optional,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { type AccountCall, body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { bodyContentType } from '../types/body.ts';
import { psoFieldsType, serviceTypeType } from '../types/common.ts';
import {
  lstControlType,
  matchingRecords,
  matchingRecordsType,
  orderFields,
  orderOf,
  pageOf,
} from '../types/list.ts';
import { ep } from '../types/namespaces.ts';
import { meetingAssistType } from '../types/service-types.ts';
import { dateScopeFields, windowAsked } from '../types/session/date-scope.ts';
import { HOST_TYPE } from '../types/session/host-type.ts';
import { listingType } from '../types/session/listing.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { zoneAsked } from '../types/when.ts';

/** The zone that clients take for UTC. */
const GMT_ZONE = 20;

const sessionSummaryInstanceType = extension(ep, 'sessionSummaryInstanceType', bodyContentType, {
  sessionKey: long(),
  confName: text(),
  sessionType: integer(),
  serviceType: serviceTypeType,
  hostWebExID: text(),
  hostFirstName: optional(text()),
  hostLastName: optional(text()),
  otherHostWebExID: optional(text()),
  timeZoneID: integer(),
  timeZone: optional(text()),
  status: optional(text()),
  startTime: text(),
  actualStartTime: optional(text()),
  openTime: optional(int()),
  duration: integer(),
  listStatus: listingType,
  hostEmail: optional(text()),
  passwordReq: optional(bool()),
  hostJoined: optional(bool()),
  participantsJoined: optional(bool()),
  confID: long(),
  registration: optional(bool()),
  isRecurring: bool(),
  altHost: optional(bool()),
  psoFields: optional(psoFieldsType),
  assistService: optional(meetingAssistType),
  hostType: optional(text()),
  audioStatus: optional(text()),
  isAudioOnly: optional(bool()),
});

const request = body(epService, 'lstsummarySession', {
  listControl: optional(lstControlType),
  order: optional(complex(ep, 'orderType', { ...orderFields, caseSensitive: optional(bool()) })),
  dateScope: optional(
    complex(ep, 'dateScopeType', { ...dateScopeFields, returnSpecifiedTimeZone: optional(bool()) }),
  ),
  sessionTypes: optional(group({ sessionType: many(integer()) })),
  serviceTypes: optional(group({ serviceType: many(serviceTypeType) })),
  sessionKey: optional(SESSION_KEY, { alias: ['meetingKey'] }),
  hostWebExID: optional(text()),
  hostEmail: optional(text()),
  status: optional(enumeration(ep, 'statusType', SESSION_STATUSES)),
  recurrence: optional(bool()),
  invited: optional(bool()),
  confID: optional(long()),
  confName: optional(text()),
  inclAudioOnly: optional(bool()),
  returnPSOFields: optional(bool()),
  returnAssistFields: optional(bool()),
});
type Request = ValueOf<typeof request>;

export const lstSummarySession = operation({
  service: epService,
  name: 'LstsummarySession',
  level: '5.5',
  summary: 'Lists sessions of every service: an administrator those of the site, a host their own.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request,
  response: body(epService, 'lstsummarySessionResponse', {
    matchingRecords: optional(matchingRecordsType),
    session: many(sessionSummaryInstanceType),
  }),
  async run(call, asked) {
    const { site, account, hint } = call;
    const { accounts, sessions, sessionList } = call.app;
    const { hostWebExID, hostEmail, invited, sessionKey, confID, confName } = asked;
    const page = pageOf(asked.listControl, hint);
    const scope = await listedFor(accounts, site, account, {
      hostWebExID,
      hostEmail,
      invited: invited ?? false,
    });
    if (!scope) throw new NoRecordFound();
    const zone = zoneAsked(asked.dateScope?.timeZoneID) ?? zoneOf(GMT_ZONE);
    const window = windowAsked(asked.dateScope, zone);
    if (window) await sessions.workOutFor(site, window, scope.member);
    const found = await sessionList.search(
      site,
      {
        ...scope,
        ...typesAsked(site, asked),
        window,
        sessionKey,
        confID,
        confName,
        inProgress: asked.status && asked.status === 'INPROGRESS',
        recurring: asked.recurrence,
      },
      { ...page, order: orderOf(asked.order, SESSION_ORDERS, hint) },
      account.id,
    );
    const shownIn = asked.dateScope?.returnSpecifiedTimeZone === false ? zoneOf(GMT_ZONE) : zone;
    return {
      matchingRecords: matchingRecords(found.total, found.sessions.length, page),
      session: found.sessions.map((session) => row(call, asked, session, shownIn)),
    };
  },
});

/**
 * Where services are named, audio-only, remote access and system management sessions are left out, unless their
 * types are named too (LstsummarySession in the reference guide).
 */
function typesAsked(site: Site, { sessionTypes: asked, serviceTypes, inclAudioOnly }: Request) {
  const types = asked?.sessionType.length ? asked.sessionType : undefined;
  const services = serviceTypes?.serviceType.length ? serviceTypes.serviceType : undefined;
  const special = sessionTypes(site)
    .filter(isSpecialKind)
    .map(({ meetingTypeID }) => meetingTypeID)
    .filter((type) => !(inclAudioOnly && isAudioOnly(site, { sessionType: type })));
  return {
    services,
    sessionTypes: types,
    exceptTypes: services && special.filter((type) => !types?.includes(type)),
  };
}

/** Minutes in trainings and events, seconds elsewhere. */
function openTimeTold({ service, document: { openTime } }: ListedSession): number {
  const isInMinutes = service === 'TrainingCenter' || service === 'EventCenter';
  return isInMinutes ? Math.floor(openTime / 60) : openTime;
}

function row(
  { site, account }: AccountCall,
  request: Request,
  session: ListedSession,
  zone: TimeZone,
): ValueOf<typeof sessionSummaryInstanceType> {
  return {
    sessionKey: session.sessionKey,
    confName: session.confName,
    sessionType: session.sessionType,
    serviceType: session.service,
    hostWebExID: session.hostWebExID,
    hostFirstName: session.hostFirstName,
    hostLastName: session.hostLastName,
    otherHostWebExID: '',
    timeZoneID: zone.id,
    timeZone: labelAt(zone, session.at),
    status: statusOf(session),
    startTime: formatSiteTime(session.at, zone),
    actualStartTime: session.actualStartAt === null ? undefined : formatSiteTime(session.actualStartAt, zone),
    openTime: openTimeTold(session),
    duration: session.duration,
    listStatus: session.listStatus,
    hostEmail: session.hostEmail,
    passwordReq: session.passwordRequired,
    hostJoined: session.hostJoined,
    participantsJoined: session.participantsJoined,
    confID: session.confID,
    registration: session.registration,
    isRecurring: session.recurring,
    altHost: session.host !== account.id && (session.viewerKinds & MEMBER.alternateHost) !== 0,
    psoFields: request.returnPSOFields ? {} : undefined,
    assistService: request.returnAssistFields ? (session.document.assistService ?? {}) : undefined,
    hostType: HOST_TYPE,
    audioStatus: undefined,
    isAudioOnly: isAudioOnly(site, session),
  };
}
