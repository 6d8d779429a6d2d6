import { checkSendsAsThemselves } from '../../policies/test-call.ts';
import { object, oneOf, text } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import { sentBy } from './sent-message.ts';
import type { TestAnswer } from './test-tool-data.ts';

/** Characters of a message. */
const LONGEST = 1_000_000;

export const sendTestCall = endpoint({
  method: 'POST',
  path: 'test/send',
  summary:
    'Sends a message to the XML API, as whoever is signed in or with the credentials in it, and gives what came back.',
  may: administers,
  bodyLimit: 4 * 1024 * 1024,
  body: object({
    message: text({ max: LONGEST, secret: true }),
    as: oneOf(['me', 'message']),
  }),
  async run(call, { body: { message, as } }): Promise<TestAnswer> {
    if (as === 'message') return sent(call, message);
    const { context, browserSession, home, site } = call;
    checkSendsAsThemselves(call.account, { home, site });
    const { sessionTicket } = await context.tickets.sessionTicketFor(browserSession.account, site);
    try {
      const holder = { siteName: site.siteName, webExID: browserSession.account.webExId, sessionTicket };
      return await sent(call, sentBy(message, holder));
    } finally {
      // It was of this call alone, and nobody has seen it.
      await context.tickets.endSessionTicket(sessionTicket);
    }
  },
});

async function sent({ context, request }: ApiCall, message: string): Promise<TestAnswer> {
  const bytes = Buffer.from(message);
  const before = performance.now();
  const { id, status, headers, body, hints } = await context.xmlDoor.send({
    bytes,
    contentType: 'text/xml; charset=UTF-8',
    host: request.headers.host,
    address: context.callerAddress(request.raw),
    userAgent: request.headers['user-agent'],
  });
  return {
    id,
    status,
    headers,
    body: body.toString('utf8'),
    bytesIn: bytes.length,
    bytesOut: body.length,
    ms: Math.round((performance.now() - before) * 10) / 10,
    hints,
  };
}
