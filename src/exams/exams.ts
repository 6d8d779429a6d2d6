/**
 * The tests of training sessions: libraries of them, those that are scheduled, and what people answer. The room is
 * named `exams` because a folder `tests` would be taken for the tests of the code.
 */
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { openAttempts } from './attempts.ts';
import { examStatements } from './exam-statements.ts';
import { openScheduledTests } from './scheduled-tests.ts';
import { openLibrary } from './test-library.ts';

export type Exams = ReturnType<typeof openExams>;

export function openExams(database: Database, clock: Clock, sessions: Sessions) {
  const statements = examStatements(database);
  const library = openLibrary(database, clock, statements);
  const scheduled = openScheduledTests({ database, clock, sessions, statements, library });
  const attempts = openAttempts({ database, clock, statements, scheduled });
  return { library, scheduled, attempts };
}
