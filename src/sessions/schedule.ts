/** The one way to schedule a session, whoever asks for it and by which protocol. */
import type { Account, AccountWithProfile } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { SessionTemplates } from '../accounts/session-templates.ts';
import { sessionTracking } from '../accounts/tracking-values.ts';
import type { Clock } from '../clock.ts';
import { merged } from '../merge.ts';
import type { Random } from '../random.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { zoneOf } from '../time/time-zones.ts';
import { documentAfter } from './document-after.ts';
import type { NewDocument } from './documents/session-document.ts';
import { type SubjectParts, subjectAfter, subjectOf } from './sales-subject.ts';
import { audioPasswordFor, checkSchedule, USUAL_DURATION } from './scheduling.ts';
import { NO_REPEAT } from './series.ts';
import type { SessionService } from './services.ts';
import type { SessionWithDocument } from './session.ts';
import type { Sessions } from './sessions.ts';
import { timingAfter } from './timing.ts';
import { checkWish, peopleAfter, type SessionWish } from './wish.ts';

/** What scheduling needs of the application. */
export interface SchedulingParts extends SubjectParts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly sessionTemplates: SessionTemplates;
  readonly clock: Clock;
  readonly random: Random;
}

export interface NewSessionWish {
  /** For whom it is, as the policy lets the creator. */
  readonly host: AccountWithProfile;
  readonly creator: Account;
  readonly service: SessionService;
  readonly wish: SessionWish;
  /** It begins at the press of a button: nobody is asked for tracking codes. */
  readonly isAtOnce?: boolean;
}

/**
 * Resolves when the session is on disk.
 * @throws RuleBroken, SessionTypeNotSupported, SessionPasswordRequired, TemplateNotFound, AlternateHostNotFound,
 *   TooManyAttendees, LabNotFound, LabFull when the wish breaks that rule.
 */
export async function schedule(
  parts: SchedulingParts,
  site: Site,
  { host, creator, service, wish, isAtOnce = false }: NewSessionWish,
): Promise<SessionWithDocument> {
  const { sessions, clock, random } = parts;
  checkWish(wish);
  const { confName } = wish;
  if (confName === undefined) throw new RuleBroken('confName', 'is required');
  const usualTiming = { zone: zoneOf(host.timeZoneID), duration: USUAL_DURATION, repeat: NO_REPEAT };
  const timing = timingAfter(wish.timing ?? {}, usualTiming, clock.now());
  const type = service.typeFor(site, host, wish.sessionType, wish.document);
  const usual = await fromTemplate(parts, host, service.usual(site, host, type), { service, wish });
  const document = service.settled(documentAfter(usual, wish, timing, host), wish.document);
  const codes = { wished: wish.document?.tracking, before: usual.tracking, isNew: true };
  const tracking = isAtOnce ? document.tracking : sessionTracking(site, service.serviceType, codes);
  const invited = peopleAfter([], wish) ?? [];
  checkSchedule({ site, host, type, confName, duration: timing.duration, document });
  const subject = wish.subject
    ? await subjectAfter(parts, host, { wish: wish.subject, before: subjectOf(document) })
    : {};
  const { allMeetingsUnlisted } = site.settings.security;
  return sessions.create(
    site,
    {
      host,
      creator,
      service: service.serviceType,
      sessionType: type.meetingTypeID,
      confName,
      startAt: timing.startAt,
      duration: timing.duration,
      timeZoneID: timing.zone.id,
      listStatus: allMeetingsUnlisted ? 'UNLISTED' : (wish.listStatus ?? 'PUBLIC'),
      document: {
        ...document,
        ...subject,
        tracking,
        audioPassword: audioPasswordFor(site, document, random),
      },
    },
    invited,
  );
}

/** The defaults, and over them what the template says that the wish names. */
async function fromTemplate(
  { sessionTemplates }: SchedulingParts,
  host: Account,
  defaults: NewDocument,
  { service: { serviceType }, wish: { template } }: Pick<NewSessionWish, 'service' | 'wish'>,
): Promise<NewDocument> {
  if (template === undefined) return defaults;
  return merged<NewDocument>(
    defaults,
    await sessionTemplates.document(host, { name: template, serviceType }),
  );
}
