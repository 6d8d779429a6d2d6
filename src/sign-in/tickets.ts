/**
 * What somebody is known by after signing in: login tickets, session tickets and browser sessions. All are
 * random and kept as SHA-256 hashes; all end with a change of the account's credentials or of the site's security
 * policy.
 */
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Random } from '../random.ts';
import { openBrowserSessions } from './browser-sessions.ts';
import { openLoginTickets } from './login-tickets.ts';
import { openSessionTickets } from './session-tickets.ts';

export type { BrowserSession } from './browser-sessions.ts';
export type { SessionTicket } from './session-tickets.ts';

export type Tickets = ReturnType<typeof openTickets>;

/** @param secret the installation's key */
export function openTickets(database: Database, clock: Clock, random: Random, secret: Buffer) {
  return {
    ...openLoginTickets(database, clock, random, secret),
    ...openSessionTickets(database, clock, random),
    ...openBrowserSessions(database, clock, random),
  };
}
