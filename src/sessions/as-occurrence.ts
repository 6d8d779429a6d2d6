/** A session as one of its occurrences has it: its own title, length, agenda and password where it has any. */
import type { BaseDocument } from './documents/base-document.ts';
import { nextStart } from './series.ts';
import type { Session, SessionWithDocument } from './session.ts';

/** What an occurrence may have of its own, in a session or in what is told of one. */
interface Occurring extends Pick<Session, 'confName' | 'duration' | 'passwordRequired'> {
  readonly document: Pick<BaseDocument, 'exceptions' | 'agenda' | 'password' | 'audioPassword'>;
  readonly wholeSeries?: Occurring | undefined;
}

/**
 * The session as the occurrence has it that starts at an instant; itself where that one is as its series.
 * @param startAt when it takes place; epoch milliseconds
 */
export function asOccurrence<S extends Occurring>(session: S, startAt: number | undefined): S {
  const own = session.document.exceptions?.find(({ to }) => to !== undefined && to === startAt)?.own;
  if (!own && !session.wholeSeries) return session;
  const series = session.wholeSeries ?? session;
  const { agenda = series.document.agenda } = own ?? {};
  const password = own?.password === undefined ? series.document.password : own.password || undefined;
  const audioPassword = own?.password === undefined ? series.document.audioPassword : own.audioPassword;
  return {
    ...session,
    confName: own?.confName ?? series.confName,
    duration: own?.duration ?? series.duration,
    passwordRequired: Boolean(password),
    document: { ...session.document, agenda, password, audioPassword },
    wholeSeries: own && series,
  };
}

/**
 * The session as it is at an instant: as the occurrence that it runs for, or else as the one that runs then or comes
 * next. What the door asks for, what the room shows and what is written down of a run are of that one.
 */
export function asAt<S extends SessionWithDocument>(session: S, now: number): S {
  const { inProgress, actualStartAt } = session;
  return asRun(session, inProgress && actualStartAt !== null ? actualStartAt : now);
}

/** As the occurrence that a run belongs to which began at an instant: the first that was not over then. */
export function asRun<S extends SessionWithDocument>(session: S, startedAt: number): S {
  // Most sessions have none: nothing is looked for in them.
  const hasOwn = session.document.exceptions?.some(({ own }) => own !== undefined);
  return hasOwn ? asOccurrence(session, nextStart(session, startedAt)) : session;
}

/** The series itself, whichever of its occurrences it is told as. */
export function asSeries(session: SessionWithDocument): SessionWithDocument {
  return session.wholeSeries ?? session;
}
