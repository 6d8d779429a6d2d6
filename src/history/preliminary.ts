/** What the preliminary history of events is asked by: something that narrows it, and not far back. */
import { Refusal } from '../refusal.ts';
import type { HistoryCriteria } from './history-search.ts';

const DAYS = 14;
const DAY = 86_400_000;

/** None of the filters that one of must be there. */
export class HistoryFilterMissing extends Refusal {
  constructor() {
    super('neither confID, confName, sessionKey nor startTimeScope says what is meant');
  }
}

export class HistoryRangeTooLong extends Refusal {
  constructor() {
    super(`startTimeScope begins more than ${DAYS} days ago`);
  }
}

/**
 * @throws HistoryFilterMissing where nothing narrows it
 * @throws HistoryRangeTooLong where its starts reach too far back
 */
export function checkPreliminary(
  { confID, confName, sessionKey, started }: HistoryCriteria,
  now: number,
): void {
  if ([confID, confName, sessionKey, started].every((filter) => filter === undefined)) {
    throw new HistoryFilterMissing();
  }
  if (started && (started.from ?? 0) < now - DAYS * DAY) throw new HistoryRangeTooLong();
}
