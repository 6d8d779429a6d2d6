/** A change that was begun on a page is not laid over somebody else's that has come since. */
import { Refusal } from '../../refusal.ts';
import type { JudgeOfChange } from '../../sessions/reschedule.ts';

/** Somebody has changed the session since the page was opened. */
export class ChangedMeanwhile extends Refusal {
  constructor(sessionKey: number) {
    super(`the session ${sessionKey} has been changed meanwhile`);
  }
}

/** @param version that the page has shown; judged inside the write */
export function judgeOfVersion(judge: JudgeOfChange, version: string | undefined): JudgeOfChange {
  return {
    ...judge,
    changes(session, relation) {
      judge.changes(session, relation);
      if (version !== undefined && version !== String(session.version))
        throw new ChangedMeanwhile(session.sessionKey);
    },
  };
}
