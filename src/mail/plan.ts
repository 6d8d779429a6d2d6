/** Which mail of a session is due at a time, and when: reminders of it, and what its people are told after it. */
import { occurrences } from '../sessions/recurrence.ts';
import { seriesOf } from '../sessions/series.ts';
import type { SessionWithDocument } from '../sessions/session.ts';
import { toInstant } from '../time/site-time.ts';
import { zoneOf } from '../time/time-zones.ts';
import { isWanted, type OwnMail, type OwnMails, ownMailsOf } from './own-mails.ts';
import { minutesAhead } from './session-mail.ts';

/** `reminder` is that of a training session; an event has two, and words of its own for each. */
export const REMINDERS = ['reminder', 'firstReminder', 'secondReminder'] as const;
export const FOLLOW_UPS = ['thanksForAttending', 'absenteeFollowUp'] as const;
export type Reminder = (typeof REMINDERS)[number];
export type FollowUp = (typeof FOLLOW_UPS)[number];
export type PlannedKind = Reminder | FollowUp;

export interface Planned {
  readonly kind: PlannedKind;
  /** Of the occurrence that it is about. */
  readonly startAt: number;
  readonly dueAt: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Before the start, where an event does not say when. */
const USUAL_AHEAD = { firstReminder: 24 * HOUR, secondReminder: HOUR } as const;

export function isFollowUp(kind: PlannedKind): kind is FollowUp {
  return (FOLLOW_UPS as readonly string[]).includes(kind);
}

/** Whether anything is planned for sessions like this one: others cost nothing. */
export function isPlannedFor({ document }: SessionWithDocument): boolean {
  return document.kind === 'training' || document.kind === 'event';
}

/** The reminders that are due from then on; of a series the next one. */
export function remindersAfter(session: SessionWithDocument, from: number): Planned[] {
  const templates = ownMailsOf(session.document);
  if (templates) return eventReminders(session, templates).filter(({ dueAt }) => dueAt > from);
  const ahead = aheadOf(session);
  if (ahead === undefined) return [];
  const startAt = startFrom(session, from + ahead + 1);
  return startAt === undefined ? [] : [{ kind: 'reminder', startAt, dueAt: startAt - ahead }];
}

/** Whether a mail that was planned is still to be written, at that time or since. */
export function isStillPlanned(session: SessionWithDocument, planned: Planned): boolean {
  const { kind, startAt, dueAt } = planned;
  const templates = ownMailsOf(session.document);
  if (isFollowUp(kind)) return startAt === session.startAt && isWanted(templates?.[kind]);
  if (templates) {
    return eventReminders(session, templates).some(
      (one) => one.kind === kind && one.startAt === startAt && one.dueAt <= dueAt,
    );
  }
  const ahead = aheadOf(session);
  return ahead !== undefined && startAt - ahead <= dueAt && startFrom(session, startAt) === startAt;
}

/**
 * What people are told after an event, at the time that its host has set, but not before it is over.
 * @param endedAt when its run has ended; one that was over before the start was a rehearsal
 */
export function followUpsAfter(session: SessionWithDocument, endedAt: number): Planned[] {
  const { startAt, duration, document } = session;
  const templates = ownMailsOf(document);
  if (!templates || endedAt <= startAt) return [];
  return FOLLOW_UPS.flatMap((kind) => {
    const template = templates[kind];
    if (!isWanted(template)) return [];
    const over = Math.max(endedAt, startAt + duration * MINUTE);
    return [{ kind, startAt, dueAt: Math.max(over, sendAtOf(session, template) ?? 0) }];
  });
}

/** Attendees of a training session are reminded as its host is. */
function aheadOf({ document }: SessionWithDocument): number | undefined {
  if (document.kind !== 'training') return undefined;
  const minutes = minutesAhead(document.remind);
  return minutes === undefined ? undefined : minutes * MINUTE;
}

function startFrom(session: SessionWithDocument, from: number): number | undefined {
  const { document, startAt, recurring } = session;
  if (document.repeat.repeatType === 'CONSTANT') return undefined;
  if (!recurring) return startAt >= from ? startAt : undefined;
  return occurrences(seriesOf(session, document), { from, limit: 1 })[0];
}

function eventReminders(session: SessionWithDocument, templates: OwnMails): Planned[] {
  const { startAt, duration } = session;
  return (['firstReminder', 'secondReminder'] as const).flatMap((kind) => {
    const template = templates[kind];
    if (!isWanted(template)) return [];
    const dueAt = sendAtOf(session, template) ?? startAt - USUAL_AHEAD[kind];
    // Nobody is reminded of what is over.
    return dueAt < startAt + duration * MINUTE ? [{ kind, startAt, dueAt }] : [];
  });
}

/** On the clocks of the event's zone. */
function sendAtOf({ timeZoneID }: SessionWithDocument, { sendAt }: OwnMail): number | undefined {
  return sendAt && toInstant(sendAt, zoneOf(timeZoneID));
}
