/** A moment in words, on the clocks of a session. */
import type { PageCall } from '../../browser/site-page.ts';
import { textsIn } from '../../mail/texts.ts';
import { nameWithDst, zoneOf } from '../../time/time-zones.ts';

export function momentText(
  { site }: PageCall,
  { timeZoneID }: { readonly timeZoneID: number },
  at: number,
): string {
  const texts = textsIn(site.settings.languageID);
  const zone = zoneOf(timeZoneID);
  const format = new Intl.DateTimeFormat(texts.locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone.iana,
  });
  return texts.inZone(format.format(at).replace(/[\u202f\u00a0]/g, ' '), nameWithDst(zone, at));
}
