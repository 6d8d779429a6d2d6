/** Who calls, by what the proxy says: the network's word (P-Asserted-Identity, RFC 3325) before the caller's own. */
import type { SipRequest } from '../sip/sip-message.ts';
import { listed, namedAddress, sipUri } from '../sip/uri.ts';

export interface PhoneCaller {
  /** A number such as `+493012345612`, or an address; nothing when it is withheld. */
  readonly name: string | undefined;
  /** What guesses are counted by. */
  readonly counted: string;
  /** Their telephone, or the proxy, as it calls itself. */
  readonly agent: string | undefined;
}

const LONGEST = 64;

export function callerOf({ headers }: SipRequest): PhoneCaller {
  const agent = headers.get('user-agent')?.slice(0, 256);
  const asserted = headers.all('p-asserted-identity').flatMap(listed);
  const isWithheld = headers.all('privacy').some((value) => /\b(?:id|user|header)\b/i.test(value));
  const own = [...asserted, headers.get('from') ?? ''].map(nameIn).find((name) => name !== undefined);
  return {
    name: isWithheld ? undefined : own,
    // Whoever withholds their number has one all the same, where the network says so.
    counted: `phone ${own ?? ''}`.replaceAll(':', ' '),
    agent,
  };
}

function nameIn(header: string): string | undefined {
  const uri = sipUri(namedAddress(header)?.uri ?? '');
  if (!uri || uri.user === '' || /^(?:anonymous|unknown|restricted|unavailable)$/i.test(uri.user))
    return undefined;
  if (uri.host === 'anonymous.invalid') return undefined;
  const number = uri.user.replace(/[\s().-]/g, '');
  const name = /^\+?\d{1,20}$/.test(number) ? number : `${uri.user}@${uri.host}`;
  return name.replace(/\p{Cc}/gu, '').slice(0, LONGEST) || undefined;
}
