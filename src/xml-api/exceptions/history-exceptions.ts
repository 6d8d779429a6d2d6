/** The preliminary history of events (release notes 9.0 SP5). */
import { HistoryFilterMissing, HistoryRangeTooLong } from '../../history/preliminary.ts';
import { type Exception, exception } from './exception.ts';

export const historyExceptions = {
  dateRangeTooLong: exception(
    '000018',
    'Date range cannot be over 14 days',
    'documented',
    'LstEventSessionPreliminaryHistory, LstEventAttendeePreliminaryHistory: startTimeScope begins more than 14 days ago.',
    [HistoryRangeTooLong],
  ),
  filterMissing: exception(
    '000047',
    'At least one filter by confID, confName, sessionKey, and startTimeScope must be provided',
    'documented',
    'LstEventSessionPreliminaryHistory, LstEventAttendeePreliminaryHistory: the request has none of them.',
    [HistoryFilterMissing],
  ),
} as const satisfies Record<string, Exception>;
