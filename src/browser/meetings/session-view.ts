/** What a page shows of a meeting. */

import type { SpokenLanguage } from '../../language.ts';
import { spaced } from '../../mail/session-mail.ts';
import { textsFor } from '../../mail/texts.ts';
import { whenText } from '../../mail/when-text.ts';
import { sendable } from '../../policies/media.ts';
import { courseDates } from '../../sessions/course-dates.ts';
import type { BaseDocument } from '../../sessions/documents/base-document.ts';
import type { AnyContent } from '../../sessions/documents/session-document.ts';
import { durationAt, nextStart, seriesOf, zoneOfSession } from '../../sessions/series.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import { GMT } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { spokenTo } from '../appearance.ts';
import type { DevicesAsked } from '../pages/session-pages.ts';
import type { SessionNoun, SessionView, When } from '../pages/session-view-data.ts';
import type { PageCall } from '../site-page.ts';
import type { VisitedMeeting } from './visited-meeting.ts';

/** What a page calls the sessions of a service. */
export const KINDS: Readonly<Record<ServiceType, SessionNoun>> = {
  MeetingCenter: 'meeting',
  TrainingCenter: 'training',
  EventCenter: 'event',
  SupportCenter: 'support',
  SalesCenter: 'sales',
};

/** @param isOpen whether the visitor may see what is said inside: the agenda */
export async function sessionView(
  call: PageCall,
  meeting: VisitedMeeting,
  isOpen: boolean,
): Promise<SessionView> {
  const { host, session, confName, sessionKey } = meeting;
  const language = await spokenTo(call);
  const running = await call.context.live.running(call.site, sessionKey);
  return {
    kind: session ? KINDS[session.service] : 'meeting',
    confName,
    hostName: `${host.firstName} ${host.lastName}`.trim(),
    sessionKey: spaced(sessionKey),
    when: session ? whenOf(call, language, session) : openAnyTime(language, host.timeZoneID),
    inProgress: running !== undefined,
    isRecorded: running && (await call.context.roomRecordings.ofRun(running.run)) !== undefined,
    isLocked: running?.isLocked,
    agenda: isOpen ? session?.document.agenda : undefined,
  };
}

/** What somebody is shown who has nothing but its number, before they have shown that they may come in. */
export function numberAlone({ sessionKey }: Pick<VisitedMeeting, 'sessionKey'>): SessionView {
  const number = spaced(sessionKey);
  const when = { duration: 0, zone: GMT.iana, text: '' };
  return {
    ...{ kind: 'meeting', confName: number, hostName: '', sessionKey: number, when },
    inProgress: false,
    isNumberAlone: true,
  };
}

/** What somebody who is on their way in may try beforehand. */
export function devicesAsked({ site }: PageCall, { session }: VisitedMeeting): DevicesAsked {
  const { microphone, camera } = sendable(site, session);
  return { microphone, camera };
}

/** What the page of a session tells beside that: anybody who may know of the session may know it. */
export async function sessionDetails(
  call: PageCall,
  session: SessionWithDocument,
): Promise<Pick<SessionView, 'dates' | 'description' | 'panelists'>> {
  const language = await spokenTo(call);
  const document: BaseDocument & Partial<AnyContent> = session.document;
  const dates = courseDates(session, document);
  return {
    dates:
      dates.length > 1
        ? dates.map((at) => ({ ...whenOf(call, language, session, at), repeats: undefined }))
        : undefined,
    description: document.description,
    panelists: document.panelistsInfo,
  };
}

/** The next start of a series, while there is one. */
export function whenOf(
  { context }: PageCall,
  language: SpokenLanguage,
  session: SessionWithDocument,
  at?: number,
): When {
  const { repeat } = session.document;
  if (repeat.repeatType === 'CONSTANT') return openAnyTime(language, session.timeZoneID);
  const texts = textsFor(language);
  const zone = zoneOfSession(session);
  const startAt = at ?? nextStart(session, context.clock.now()) ?? session.startAt;
  const duration = durationAt(session, startAt);
  return {
    startAt,
    duration,
    zone: zone.iana,
    text: whenText(texts, startAt, duration, zone),
    repeats:
      repeat.repeatType === 'NO_REPEAT' ? undefined : texts.repeats(seriesOf(session, session.document)),
  };
}

function openAnyTime(language: SpokenLanguage, timeZoneID: number): When {
  const { openAnyTime: text } = textsFor(language);
  return { duration: 0, zone: zoneOf(timeZoneID).iana, text };
}
