/** How a meeting is called by telephone. */
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';
import type { Audience } from './present-meeting.ts';

interface CallInNumber {
  readonly label: string;
  readonly callInNumber: string;
  readonly tollType: 'toll' | 'tollFree';
}

/** The numbers of the site that a session with that telephony has. */
export function callInNumbersOf(site: Site, { document }: SessionWithDocument): CallInNumber[] {
  const { telephonySupport, tollFree } = document.telephony;
  if (telephonySupport !== 'CALLIN' && telephonySupport !== 'CALLBACK') return [];
  return siteCallInNumbers(site, tollFree);
}

/** The numbers that personal rooms have, and sessions that call in. */
export function siteCallInNumbers({ settings }: Pick<Site, 'settings'>, tollFree?: boolean): CallInNumber[] {
  const { tollNumber, tollFreeNumber } = settings.telephony;
  const toll = { label: 'Call-in toll number', callInNumber: tollNumber, tollType: 'toll' as const };
  const free = {
    label: 'Call-in toll-free number',
    callInNumber: tollFreeNumber,
    tollType: 'tollFree' as const,
  };
  return (tollFree === false ? [toll] : [free, toll]).filter(({ callInNumber }) => callInNumber !== '');
}

export function telephonyOf({ ids, site }: Pick<Audience, 'ids' | 'site'>, session: SessionWithDocument) {
  const { telephonySupport } = session.document.telephony;
  const isCalled = telephonySupport === 'CALLIN' || telephonySupport === 'CALLBACK';
  const id = ids.series(session.site, session.sessionKey);
  return {
    accessCode: String(session.sessionKey),
    callInNumbers: callInNumbersOf(site, session),
    links: isCalled
      ? [{ rel: 'globalCallinNumbers', href: `/api/v1/meetings/${id}/globalCallinNumbers`, method: 'GET' }]
      : [],
  };
}
