/** What every page about a recording tells of it. */
import { spokenTo } from '../../browser/appearance.ts';
import type { PlayerPage } from '../../browser/pages/recording-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { textsFor } from '../../mail/texts.ts';
import { whenText } from '../../mail/when-text.ts';
import type { Recording } from '../../recordings/recording.ts';
import { zoneOf } from '../../time/time-zones.ts';

type Head = Pick<PlayerPage, 'name' | 'hostName' | 'when'>;

export async function headOf(call: PageCall, recording: Recording): Promise<Head> {
  const { name, createdAt, timeZoneID } = recording;
  const zone = zoneOf(timeZoneID);
  const duration = Math.ceil(recording.duration / 60);
  const texts = textsFor(await spokenTo(call));
  const text = whenText(texts, createdAt, duration, zone);
  return {
    name,
    hostName: await hostNameOf(call, recording),
    when: { startAt: createdAt, duration, zone: zone.iana, text },
  };
}

/** Nothing of a host who is gone. */
export async function hostNameOf({ context }: PageCall, { host }: Recording): Promise<string> {
  const account = await context.accounts.findById(host);
  return account ? `${account.firstName} ${account.lastName}`.trim() : '';
}
