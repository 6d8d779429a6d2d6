/** A time: in the visitor's own zone where their browser tells it, and in the session's. */
import type { When } from '../../src/browser/pages/session-view-data.ts';
import { useTexts } from '../texts/texts.ts';
import { pageLocale } from './page-locale.ts';
import { useHydrated } from './use-hydrated.ts';

interface WhenTextProps {
  readonly when: When;
  /** In a list: the visitor's own time is enough. */
  readonly brief?: boolean;
}

export function WhenText({ when, brief = false }: WhenTextProps) {
  const texts = useTexts();
  const isHydrated = useHydrated();
  const { startAt, duration, zone, text, repeats } = when;
  const own = isHydrated && startAt !== undefined ? ownTime(startAt, duration, zone) : undefined;
  return (
    <span className="when">
      {own && <span>{own.text}</span>}
      {own && !brief && <span className="soft">{texts.session.yourTime(own.zone)}</span>}
      {!(own && brief) && (
        <span className={own && 'soft'}>
          {startAt === undefined ? text : <time dateTime={isoTime(startAt)}>{text}</time>}
        </span>
      )}
      {repeats !== undefined && <span className="soft">{repeats}</span>}
    </span>
  );
}

/** Nothing where the visitor's clock shows what the session's does. */
function ownTime(
  startAt: number,
  duration: number,
  zone: string,
): { readonly text: string; readonly zone: string } | undefined {
  const format = new Intl.DateTimeFormat(pageLocale(), { dateStyle: 'full', timeStyle: 'short' });
  const { timeZone } = format.resolvedOptions();
  const theirs = new Intl.DateTimeFormat(pageLocale(), {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: zone,
  });
  if (format.format(startAt) === theirs.format(startAt)) return undefined;
  const text = format.formatRange(startAt, startAt + duration * 60_000);
  return { text, zone: timeZone.replaceAll('_', ' ') };
}

function isoTime(at: number): string | undefined {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
