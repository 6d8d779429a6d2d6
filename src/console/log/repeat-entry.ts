import type { Account } from '../../accounts/account.ts';
import { repeatToken } from '../../browser/page-notes/repeated.ts';
import { checkSendsAsThemselves } from '../../policies/test-call.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { bodyIn, detailOf } from '../../request-log/log-row.ts';
import { MASK } from '../../request-log/masking/mask.ts';
import { object, optional, text } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import { sentBy } from '../test-tool/sent-message.ts';
import type { LogRepeated } from './log-data.ts';
import { NO_REPEAT, repeatOf } from './repeatable.ts';
import { seenEntry } from './seen-entry.ts';

/** In the security context: it is a secret too, and proves nobody. */
const PARTNER = /<(?:[\w.-]+:)?partnerID(?:\s[^<>]*)?>\*\*\*<\/(?:[\w.-]+:)?partnerID\s*>/gi;

const LONGEST_ANSWER = 256_000;

export const repeatEntry = endpoint({
  method: 'POST',
  path: 'log/:entry/repeat',
  summary:
    'Sends a message of the XML API, or a GET of the URL API, once more, as a new entry that names the old one. The log has no credentials: a message is sent by whoever asks, or by somebody whose password is given; a GET is sent by nobody.',
  may: administers,
  body: object({
    as: optional(
      object({ webExID: text({ min: 1, max: 128 }), password: text({ min: 1, max: 64, secret: true }) }),
    ),
  }),
  async run(call, { params, body: { as } }): Promise<LogRepeated> {
    const { row } = await seenEntry(call, params.entry);
    // What is sent is sent to the site that is worked on.
    if (row.site !== call.site.id) throw new NoRecordFound();
    const detail = detailOf(row);
    const repeat = repeatOf(row, detail);
    if (!repeat.can) throw new RuleBroken('entry', `cannot be repeated: ${NO_REPEAT[repeat.why]}`);
    if (row.face === 'url') return askedAgain(call, detail.target ?? '/', row.id);
    return sentAgain(call, bodyIn(row.request)?.text ?? '', row.id, await sender(call, as));
  },
});

interface Credentials {
  readonly webExID: string;
  readonly password: string;
}

/**
 * Nobody's name is lent: it is whoever asks, or somebody whose password they know.
 * @throws the failures of `SignIn.identify`
 */
async function sender(call: ApiCall, as: Credentials | undefined): Promise<Account> {
  const { context, site, home, browserSession } = call;
  if (as) return context.signIn.identify(site, as);
  checkSendsAsThemselves(call.account, { home, site });
  return browserSession.account;
}

async function sentAgain(
  { context, site, request }: ApiCall,
  kept: string,
  repeats: number,
  account: Account,
): Promise<LogRepeated> {
  const { sessionTicket } = await context.tickets.sessionTicketFor(account, site);
  try {
    const holder = { siteName: site.siteName, webExID: account.webExId, sessionTicket };
    const message = sentBy(kept.replaceAll(PARTNER, ''), holder);
    if (message.includes(`>${MASK}<`) || message.includes(`"${MASK}"`)) {
      throw new RuleBroken(
        'entry',
        'cannot be repeated: there are secrets in the message which the log does not have; send it with the test tool',
      );
    }
    const { id, status, body } = await context.xmlDoor.send({
      bytes: Buffer.from(message),
      contentType: 'text/xml; charset=UTF-8',
      host: request.headers.host,
      address: context.callerAddress(request.raw),
      userAgent: request.headers['user-agent'],
      repeats,
    });
    return { id, httpStatus: status, response: body.toString().slice(0, LONGEST_ANSWER) };
  } finally {
    // It was of this call alone, and nobody has seen it.
    await context.tickets.endSessionTicket(sessionTicket);
  }
}

/** As a browser that nobody is signed in with. */
async function askedAgain(
  { context, request }: ApiCall,
  target: string,
  repeats: number,
): Promise<LogRepeated> {
  const { headers, statusCode, body } = await request.server.inject({
    method: 'GET',
    url: target,
    remoteAddress: context.callerAddress(request.raw) ?? '127.0.0.1',
    headers: {
      host: request.headers.host ?? 'localhost',
      'user-agent': request.headers['user-agent'] ?? '',
      ...repeatToken(repeats),
    },
  });
  return {
    id: String(headers['x-request-id'] ?? ''),
    httpStatus: statusCode,
    response: body.slice(0, LONGEST_ANSWER),
  };
}
