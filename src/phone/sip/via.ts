/** The way that a request has come, which its answer goes back (RFC 3261, section 18.2.2; RFC 3581). */

import type { SipRequest } from './sip-message.ts';
import { listed, parametersOf } from './uri.ts';

/** Where a datagram comes from or goes to. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export interface Via {
  readonly host: string;
  readonly port: number | undefined;
  readonly parameters: ReadonlyMap<string, string>;
}

const VIA = /^SIP\s*\/\s*2\.0\s*\/\s*(\w+)\s+(\[[0-9a-f:.]+\]|[\w.-]+)(?:\s*:\s*(\d{1,5}))?\s*((?:;.*)?)$/is;

/** What every branch of RFC 3261 begins with. */
export const MAGIC_COOKIE = 'z9hG4bK';

/** Of the last that passed the request on. Nothing when it cannot be read. */
export function topVia({ headers }: Pick<SipRequest, 'headers'>): Via | undefined {
  const [first = ''] = listed(headers.get('via') ?? '');
  const [, transport, host = '', port, parameters = ''] = VIA.exec(first) ?? [];
  if (transport?.toUpperCase() !== 'UDP') return undefined;
  return {
    host: host.replace(/^\[|\]$/g, '').toLowerCase(),
    port: port === undefined ? undefined : Number(port),
    parameters: parametersOf(parameters),
  };
}

/** Every Via of a request, with what was seen of the first one's sender. */
export function viasOf({ headers }: Pick<SipRequest, 'headers'>, source: Endpoint): string[] {
  const [first = '', ...others] = headers.all('via').flatMap(listed);
  const kept = first.replace(/;\s*received\s*=[^;]*/i, '').replace(/;\s*rport\b(?:\s*=[^;]*)?/i, '');
  const port = kept === first || !/;\s*rport\b/i.test(first) ? '' : `;rport=${source.port}`;
  return [`${kept};received=${source.address}${port}`, ...others];
}

/** Back to where it came from: to the port that sent it where that is asked for, or else to the one that Via names. */
export function wayBack(via: Via, source: Endpoint): Endpoint {
  return {
    address: source.address,
    port: via.parameters.has('rport') ? source.port : (via.port ?? 5060),
  };
}

/** What a transaction is known by: an ACK to a refusal, and a CANCEL, have the branch of their INVITE. */
export function transactionKey(request: SipRequest, via: Via): string {
  const branch = via.parameters.get('branch') ?? '';
  if (branch.startsWith(MAGIC_COOKIE)) return `${branch} ${via.host}:${via.port ?? 5060}`;
  // Those of before RFC 3261 choose none (section 17.2.3).
  const { headers, cseq } = request;
  return [headers.get('call-id'), headers.get('from'), cseq, via.host, via.port, branch].join(' ');
}
