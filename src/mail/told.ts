/** What mail tells of a site, a host and a session: the part of each that is written down with a mail. */
import type { Account } from '../accounts/account.ts';
import { asOccurrence } from '../sessions/as-occurrence.ts';
import type { BaseDocument } from '../sessions/documents/base-document.ts';
import type { AnyContent } from '../sessions/documents/session-document.ts';
import type { Session, SessionWithDocument } from '../sessions/session.ts';
import { displayNameOf } from '../sites/brand/site-brand.ts';
import type { Site } from '../sites/site.ts';

const TELEPHONY = [
  'tollNumber',
  'tollFreeNumber',
  'tollLabel',
  'tollFreeLabel',
  'participantAccessCodeLabel',
  'subscriberAccessCodeLabel',
  'globalCallInNumbersURL',
  'tollFreeRestrictionsURL',
] as const satisfies readonly (keyof Site['settings']['telephony'])[];

const DOCUMENT = [
  'password',
  'audioPassword',
  'agenda',
  'location',
  'telephony',
  'accessCodes',
  'repeat',
  'startLocal',
  'zoneName',
  'excluded',
  'exceptions',
  'remind',
  'attendeeOptions',
] as const satisfies readonly (keyof BaseDocument)[];

/** What documents of some services have besides. */
const OF_SOME = [
  'description',
  'panelistPassword',
  'panelistsInfo',
  'trainingKind',
] as const satisfies readonly (keyof AnyContent)[];

/** What mail tells of a site. */
export interface ToldSite extends Pick<Site, 'id' | 'siteName'> {
  /** What people call it. Mail that was written down long ago has none. */
  readonly displayName?: string | undefined;
  /** The colour of buttons and links; none where the site has chosen none. */
  readonly accent?: string | undefined;
  readonly settings: {
    readonly telephony: Pick<Site['settings']['telephony'], (typeof TELEPHONY)[number]>;
    readonly pages: Pick<Site['settings']['pages'], 'iCalendar'>;
  };
}

export type ToldHost = Pick<Account, 'firstName' | 'lastName' | 'webExId' | 'email'>;

/** What mail tells of a session: not what can be done in it. */
export interface ToldSession extends Session {
  readonly document: Pick<BaseDocument, (typeof DOCUMENT)[number]> &
    Partial<Pick<AnyContent, (typeof OF_SOME)[number]>>;
}

export function toldSite({ id, siteName, settings }: Site): ToldSite {
  const { iCalendar } = settings.pages;
  const { accent } = settings.branding;
  return {
    id,
    siteName,
    displayName: displayNameOf({ siteName, settings }),
    ...(accent !== '' && { accent }),
    settings: { telephony: picked(settings.telephony, TELEPHONY), pages: { iCalendar } },
  };
}

export function toldHost({ firstName, lastName, webExId, email }: Account): ToldHost {
  return { firstName, lastName, webExId, email };
}

export function toldSession(session: SessionWithDocument): ToldSession {
  const { document, wholeSeries: _series, ...columns } = asOccurrence(session, undefined);
  const all: BaseDocument & Partial<AnyContent> = document;
  return { ...columns, document: { ...picked(document, DOCUMENT), ...picked(all, OF_SOME) } };
}

function picked<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  const part: Partial<Pick<T, K>> = {};
  for (const name of names) part[name] = from[name];
  return part as Pick<T, K>;
}
