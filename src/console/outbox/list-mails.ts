import { MAIL_KINDS } from '../../mail/texts.ts';
import { oneOf, optional, text, whole } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { instant, placeInList, writtenPlace } from '../api/instant.ts';
import { mailLine } from './mail-line.ts';
import type { OutboxAnswer } from './outbox-data.ts';

const STATES = ['WAITING', 'SENT', 'FAILED', 'KEPT', 'RELEASED', 'CANCELLED'] as const;

export const listMails = endpoint({
  method: 'GET',
  path: 'outbox',
  summary: 'Lists the mails of the site, the newest first, 50 a page. Filters combine.',
  may: readsSite,
  query: {
    state: optional(oneOf(STATES)),
    kind: optional(oneOf(MAIL_KINDS)),
    recipient: optional(text({ max: 254 })),
    session: optional(whole({ min: 1 })),
    from: optional(instant()),
    to: optional(instant()),
    after: optional(placeInList()),
  },
  async run({ context, site }, { query }): Promise<OutboxAnswer> {
    const { session: sessionKey, after, ...search } = query;
    const { mail, clock } = context;
    const place = after && { createdAt: after.at, id: after.id };
    const { mails, next } = await mail.search.page(site, { ...search, sessionKey }, place);
    const now = clock.now();
    return {
      mails: mails.map((one) => mailLine(one, now)),
      next: next ? writtenPlace({ at: next.createdAt, id: next.id }) : null,
      isSent: mail.isSent,
    };
  },
});
