/** The two links of a session to its calendar files: the host's and the attendees'. */
import type { Context } from '../../../context.ts';
import type { CancelledSession } from '../../../links.ts';
import type { SessionWithDocument } from '../../../sessions/session.ts';
import { linkForAttendees, linkForHost } from '../../../sessions/session-links.ts';
import type { Site } from '../../../sites/site.ts';
import { complex, text } from '../../../xml/schema.ts';
import { serv } from '../namespaces.ts';

export const iCalendarURLType = complex(serv, 'iCalendarURLType', { host: text(), attendee: text() });

export function iCalendarURL({ links }: Pick<Context, 'links'>, site: Site, session: SessionWithDocument) {
  return {
    host: links.session(site, linkForHost(session)),
    attendee: links.session(site, linkForAttendees(session)),
  };
}

/** Those of a session that has been taken off hold everything, as its row is gone. */
export async function cancelledCalendarURL(
  { accounts, links }: Pick<Context, 'accounts' | 'links'>,
  site: Site,
  session: SessionWithDocument,
): Promise<{ readonly host: string; readonly attendee: string }> {
  const host = await accounts.findById(session.host);
  const cancelled: CancelledSession = {
    ...session,
    sequence: session.sequence + 1,
    userId: host?.userId ?? 0,
    languageID: host ? (await accounts.withProfile(host)).profile.languageID : 1,
  };
  return {
    host: links.cancelledCalendar(site, cancelled, 'host'),
    attendee: links.cancelledCalendar(site, cancelled, 'attendee'),
  };
}
