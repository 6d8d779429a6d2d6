/** The sessions of a site: what is planned, what runs, and what has been. */
import { changeSessionHost } from './change-session-host.ts';
import { decideOnPeople } from './decide-on-people.ts';
import { deleteSession } from './delete-session.ts';
import { endSession } from './end-session.ts';
import { exportHistory } from './export-history.ts';
import { listHistory } from './list-history.ts';
import { listSessions } from './list-sessions.ts';
import { readSession } from './read-session.ts';

export const SESSIONS = [
  listSessions,
  readSession,
  endSession,
  changeSessionHost,
  decideOnPeople,
  deleteSession,
  listHistory,
  exportHistory,
];
