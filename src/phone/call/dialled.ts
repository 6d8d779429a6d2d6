/** What somebody has called: the site's own number, or a session or a personal room by its address. */
import type { Via } from '../../live/live.ts';
import type { Site, SiteSettings } from '../../sites/site.ts';
import type { Sites } from '../../sites/sites.ts';
import type { SipUri } from '../sip/uri.ts';

export interface Dialled {
  readonly site: Site;
  readonly via: Exclude<Via, 'WEB'>;
  /** What the address names; nothing when the number is still to be pressed. */
  readonly room: string | undefined;
}

/**
 * `123456789@acme.meet.example.com` and `hostid@acme.meet.example.com` are the addresses that the site hands out
 * (sipURL). One of the call-in numbers of a site, its own name, or no user at all is the site itself.
 * @returns nothing when no site is meant
 */
export async function dialledBy(sites: Sites, { user, host }: SipUri): Promise<Dialled | undefined> {
  const named = await siteOf(sites, host);
  const candidates = named ? [named] : await allOf(sites);
  for (const site of candidates) {
    const via = callInNumber(site, user);
    if (via) return { site, via, room: undefined };
  }
  const [only, ...others] = candidates;
  const site =
    named ??
    candidates.find(({ siteName }) => siteName === user.toLowerCase()) ??
    (others.length === 0 ? only : undefined);
  if (!site) return undefined;
  const isSite = user === '' || user.toLowerCase() === site.siteName;
  return { site, via: 'PHONE', room: isSite ? undefined : user };
}

async function siteOf(sites: Sites, host: string): Promise<Site | undefined> {
  const [label = '', ...others] = host.split('.');
  if (others.length === 0 || /^\d+$/.test(label)) return undefined;
  return open(await sites.byName(label));
}

async function allOf(sites: Sites): Promise<Site[]> {
  const found = await Promise.all((await sites.names()).map(async (name) => open(await sites.byName(name))));
  return found.filter((site) => site !== undefined);
}

function open(site: Site | undefined): Site | undefined {
  return site?.status === 'ACTIVE' ? site : undefined;
}

/** Whether a number is one of the site's, and who pays for the call. */
function callInNumber({ settings }: Site, dialled: string): Exclude<Via, 'WEB'> | undefined {
  for (const [number, isTollFree] of numbersOf(settings)) {
    if (isSameNumber(number, dialled)) return isTollFree ? 'TOLL_FREE' : 'PHONE';
  }
  return undefined;
}

function numbersOf({ telephony }: SiteSettings): (readonly [number: string, isTollFree: boolean])[] {
  const { tollNumber, tollFreeNumber, backupTollNumber, globalCallInNumbers, mpAudioNumbers } = telephony;
  return [
    [tollNumber, false],
    [tollFreeNumber, true],
    [backupTollNumber, false],
    ...globalCallInNumbers.map(({ phoneNumber, tollFree }) => [phoneNumber, tollFree] as const),
    ...mpAudioNumbers.map(({ phoneNumber }) => [phoneNumber, false] as const),
  ];
}

/** Fewer digits may end many numbers. */
const TELLING = 7;

/** Trunks say numbers with their country, with a nought, or with neither. */
function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [one, other].map((number) => number.replace(/\D/g, '').replace(/^0+/, ''));
  if (!a || !b || /[a-z]/i.test(other)) return false;
  return a === b || (a.length >= TELLING && b.endsWith(a)) || (b.length >= TELLING && a.endsWith(b));
}
