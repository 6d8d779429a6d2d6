/** The calendar links of a session that has been taken off: they hold everything, as its row is gone. */
import type { CancelledSession } from '../../links.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { SiteCall } from '../operation.ts';

export async function cancelledCalendarURL(
  { site, app: { accounts, links } }: SiteCall,
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
