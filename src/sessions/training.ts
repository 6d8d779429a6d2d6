/** Trainings: one session, a class that recurs, or a course for which one registers once. */
import { RuleBroken } from '../refusal.ts';
import type { NewDocument } from './documents/session-document.ts';
import { TRAINING_KINDS, type TrainingDocument } from './documents/training-document.ts';
import type { RepeatType } from './recurrence/repeat.ts';
import type { SessionWithDocument } from './session.ts';
import type { DocumentWish } from './wish.ts';

export type TrainingKind = (typeof TRAINING_KINDS)[number];
export { TRAINING_KINDS };

export type Training<S extends SessionWithDocument = SessionWithDocument> = S & {
  readonly document: TrainingDocument;
};

export function isTraining<S extends SessionWithDocument>(session: S): session is Training<S> {
  return session.document.kind === 'training';
}

/**
 * The document with the kind of training that its repeat makes it, unless a fitting one is wished.
 * @throws RuleBroken when the kind that is wished does not recur so.
 */
export function settledTraining<D extends NewDocument & Partial<Pick<TrainingDocument, 'trainingKind'>>>(
  document: D,
  wish: DocumentWish | undefined,
): D {
  const { repeatType } = document.repeat;
  const wished = wish?.trainingKind;
  if (wished !== undefined) checkKind(wished, repeatType);
  const { trainingKind: kind = 'SINGLE' } = document;
  return { ...document, trainingKind: problemOf(kind, repeatType) ? usualKind(repeatType) : kind };
}

function checkKind(kind: TrainingKind, repeatType: RepeatType): void {
  const problem = problemOf(kind, repeatType);
  if (problem) throw new RuleBroken('occurenceType', problem);
}

/** What is wrong with a kind of training that repeats so. */
function problemOf(kind: TrainingKind, repeatType: RepeatType): string | undefined {
  const recurs = repeatType !== 'NO_REPEAT';
  if (kind === 'SINGLE') return recurs ? 'must be NO_REPEAT in a training of one session' : undefined;
  if (!recurs) return 'must say how the sessions recur';
  const isListed = kind === 'RECURRING_SINGLE' && repeatType === 'IRREGULARLY';
  return isListed ? 'may be IRREGULARLY in a MULTIPLE_SESSION course alone' : undefined;
}

function usualKind(repeatType: RepeatType): TrainingKind {
  if (repeatType === 'NO_REPEAT') return 'SINGLE';
  return repeatType === 'IRREGULARLY' ? 'MULTIPLE_SESSION' : 'RECURRING_SINGLE';
}
