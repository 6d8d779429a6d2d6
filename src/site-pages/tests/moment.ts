/** A moment in words, on the clocks of a session and in the language of whoever reads. */
import { spokenTo } from '../../browser/appearance.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { textsFor } from '../../mail/texts.ts';
import { zoneOf } from '../../time/time-zones.ts';

export async function momentsOf(
  call: PageCall,
  { timeZoneID }: { readonly timeZoneID: number },
): Promise<(at: number) => string> {
  const texts = textsFor(await spokenTo(call));
  const zone = zoneOf(timeZoneID);
  const format = new Intl.DateTimeFormat(texts.locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone.iana,
  });
  return (at) => texts.inZone(format.format(at).replace(/[\u202f\u00a0]/g, ' '), texts.zoneName(zone, at));
}
