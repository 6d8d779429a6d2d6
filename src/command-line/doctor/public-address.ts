/** The address that links lead to: from here, it answers, and it is Parlance that does. */
import type { Settings } from '../../settings.ts';
import { about, type Finding, messageOf } from './finding.ts';

/** Milliseconds. */
const PATIENCE = 10_000;
const CLOCKS_DIFFER = 60_000;

/** Browsers trust it without TLS. */
const LOOPBACK = /^(?:localhost|127\.[\d.]+|\[::1\])$/;

export async function publicAddress({ publicUrl }: Settings): Promise<readonly Finding[]> {
  const address = about('public address');
  if (publicUrl === '') {
    return [
      address.look(
        'none is set: links lead to where the server listens. Name it with --public-url https://…',
      ),
    ];
  }
  const isSecure = publicUrl.startsWith('https:') || LOOPBACK.test(new URL(publicUrl).hostname);
  const findings = isSecure
    ? []
    : [address.look(`${publicUrl} is not encrypted: browsers give no camera and no microphone to it`)];
  try {
    const answer = await fetch(`${publicUrl}/healthz`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = (await answer.text()).slice(0, 100);
    return [...findings, ...judged(publicUrl, answer, text)];
  } catch (error) {
    return [
      ...findings,
      address.wrong(
        `${publicUrl} does not answer from here (${messageOf(error)}): look at its name in DNS, the proxy before it, and whether \`parlance serve\` runs`,
      ),
    ];
  }
}

function judged(publicUrl: string, { status, headers }: Response, text: string): Finding[] {
  const address = about('public address');
  if (status !== 200 || text !== 'alive\n') {
    return [
      address.wrong(`something answers at ${publicUrl}, and it is not Parlance (${status} for /healthz)`),
    ];
  }
  const said = Date.parse(headers.get('date') ?? '');
  const isOff = Math.abs(said - Date.now()) > CLOCKS_DIFFER;
  return [
    address.ok(`Parlance answers at ${publicUrl}`),
    ...(isOff
      ? [about('clock').wrong('the clocks of this machine and of the server differ: set them by NTP')]
      : []),
  ];
}
