/** Putting recordings into the bin, taking them out of it, and deleting them for good: some by their ids, or all. */
import type { Account } from '../../accounts/account.ts';
import { RecordingNotFound } from '../../recordings/recording.ts';
import type { JudgeOfRecording } from '../../recordings/recordings.ts';
import { AccessDenied } from '../../refusal.ts';
import { list, optional, text } from '../../xml/schema.ts';
import { checkSiteUrl } from '../own-site.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { HOST_EMAIL, hostNamed, judgeFor, recordIdOf } from './found-recording.ts';

/** In one call. */
const MOST = 100;

export const NAMED_RECORDINGS = {
  recordingIds: list(text({ max: 64 }), { max: MOST }),
  siteUrl: optional(text({ max: 256 })),
};

/** What those calls have in common. */
export const BULK_CALL = {
  method: 'POST',
  tag: 'Recordings',
  scopes: { user: 'meeting:recordings_write', admin: 'meeting:admin_recordings_write' },
  query: HOST_EMAIL,
  refuses: [AccessDenied, RecordingNotFound],
  throttled: 'meetingWrites',
  sample: { body: { recordingIds: ['4f914b1dfe3c4d11a61730f18c0f5387'] } },
} as const;

interface Asked {
  readonly recordingIds?: readonly string[] | undefined;
  readonly siteUrl?: string | undefined;
}

interface Deed {
  /** The name of the member that asks for all of them, and its value. */
  readonly all: readonly [name: string, value: boolean | undefined];
  /** Whether it is about what lies in the bin. */
  readonly inBin: boolean;
  /** To all of them, or to none. */
  do(recordIDs: readonly number[], judge: JudgeOfRecording): Promise<void>;
}

/**
 * Nothing is done where one of the named is unknown.
 * @throws InvalidItem, RecordingNotFound, AccessDenied
 */
export async function doWithRecordings(
  call: RestCall,
  hostEmail: string | undefined,
  { recordingIds = [], siteUrl }: Asked,
  deed: Deed,
): Promise<void> {
  checkSiteUrl(call.site, siteUrl);
  const [name, isAll = false] = deed.all;
  if (isAll && recordingIds.length > 0) {
    throw new InvalidItem(`'recordingIds' should be empty if '${name}' is true.`, 'recordingIds');
  }
  if (!isAll && recordingIds.length === 0) {
    throw new InvalidItem(`'recordingIds' should not be empty if '${name}' is false.`, 'recordingIds');
  }
  const named = await hostNamed(call, hostEmail);
  const judge = judgeFor(call, named);
  if (isAll) return all(call, named ?? call.account, { ...deed, judge });
  const ids = [...new Set(recordingIds.map((id) => recordIdOf(call, id)))];
  await deed.do(ids, judge);
}

async function all(
  { app, site }: RestCall,
  host: Account,
  { inBin, judge, ...deed }: Deed & { readonly judge: JudgeOfRecording },
): Promise<void> {
  for (;;) {
    // The bin has those too of which nothing could be made.
    const states = inBin ? (['PROCESSING', 'READY', 'FAILED'] as const) : undefined;
    const found = await app.recordingPages.newest(site, { host: host.id, inBin, states }, { max: MOST });
    await deed.do(
      found.map(({ id }) => id),
      judge,
    );
    if (found.length < MOST) return;
  }
}
