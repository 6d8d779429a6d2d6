/** What a link to a recording names: by the token of a newer link, or by number and key of an older one. */
import { timingSafeEqual } from 'node:crypto';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { key, text, word } from '../../browser/parameters/parameter.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { OLDER_KEY } from '../../links.ts';
import { type Recording, RecordingNotFound } from '../../recordings/recording.ts';

export const RECORDING_LINK = {
  RCID: text('the token of the link', { form: '32 hexadecimal digits' }),
  rID: key('in older links: the recordID'),
  rKey: text('in older links: the key', { form: '16 hexadecimal digits' }),
  AT: word('pb plays it, dw fetches it; without it ldr.php plays and lsr.php fetches', ['PB', 'DW']),
  SP: text('in older links: the service'),
};

export type Purpose = 'view' | 'download';

export interface LinkedRecording {
  readonly recording: Recording;
  readonly purpose: Purpose;
}

const TOKEN = /^[0-9a-f]{32}$/i;
const KEY = new RegExp(`^[0-9a-f]{${OLDER_KEY}}$`, 'i');

/**
 * Whoever has no right link is told the same, whether there is such a recording or not.
 * @param usual what the page does where the link does not say it
 * @throws RecordingNotFound also for one that lies in the bin
 */
export async function linkedRecording(call: PageCall, usual: Purpose): Promise<LinkedRecording> {
  const { RCID, rID, rKey, AT } = parametersOf(call.request, RECORDING_LINK);
  const purpose = AT === 'PB' ? 'view' : AT === 'DW' ? 'download' : usual;
  const recording =
    RCID === undefined ? await byKey(call, purpose, rID, rKey) : await byToken(call, purpose, RCID);
  if (!recording) throw new RecordingNotFound(rID ?? 'by that link');
  return { recording, purpose };
}

async function byToken(
  { site, context }: PageCall,
  purpose: Purpose,
  token: string,
): Promise<Recording | undefined> {
  if (!TOKEN.test(token)) return undefined;
  return context.recordings.byToken(site, purpose === 'view' ? 'stream' : 'download', token);
}

async function byKey(
  { site, context }: PageCall,
  purpose: Purpose,
  id: number | undefined,
  olderKey: string | undefined,
): Promise<Recording | undefined> {
  if (id === undefined || olderKey === undefined || !KEY.test(olderKey)) return undefined;
  const recording = await context.recordings.find(site, id);
  if (!recording || recording.deletedAt !== null) return undefined;
  const token = purpose === 'view' ? recording.streamToken : recording.downloadToken;
  const isRight = timingSafeEqual(
    Buffer.from(olderKey.toLowerCase()),
    Buffer.from(token.slice(0, OLDER_KEY)),
  );
  return isRight ? recording : undefined;
}

/** The newer link, from the root of the host that the browser is at. */
export function linkTo({ folder }: PageCall, { recording, purpose }: LinkedRecording): string {
  return purpose === 'view'
    ? folder.address('ldr.php', { RCID: recording.streamToken })
    : folder.address('lsr.php', { RCID: recording.downloadToken });
}
