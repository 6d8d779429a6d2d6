/** Finds a recording by its id, as far as the caller may know of it. */
import type { Account } from '../../accounts/account.ts';
import { checkManagesRecording, checkSeesRecording, isOwnRecording } from '../../policies/kept-recording.ts';
import { type Recording, RecordingNotFound } from '../../recordings/recording.ts';
import { optional, text } from '../../xml/schema.ts';
import type { RestCall } from '../rest-caller.ts';

/** For administrators, whose token has such a scope: whose recordings the call is about. */
export const HOST_EMAIL = { hostEmail: optional(text({ max: 192, format: 'email' })) };

/** @throws RecordingNotFound for what is no id of a recording of this site */
export function recordIdOf({ ids, site }: Pick<RestCall, 'ids' | 'site'>, id: string): number {
  const recordID = ids.numberOf('recording', site.id, id);
  if (recordID === undefined) throw new RecordingNotFound(id.slice(0, 64));
  return recordID;
}

/**
 * Judges as the token lets the caller count: one's own, an administrator's scope every recording of the site, or those of
 * the host whom it names.
 */
export function judgeFor(
  { account, isAdmin }: Pick<RestCall, 'account' | 'isAdmin'>,
  host?: Account,
): (recording: Recording) => void {
  return (recording) => {
    if (host ? recording.host !== host.id : !isAdmin && !isOwnRecording(recording, account)) {
      throw new RecordingNotFound(recording.id);
    }
    checkManagesRecording(recording, account);
  };
}

/** The host whom an administrator names; nobody where none is named. @throws NotPermitted, HostUnknown */
export async function hostNamed(call: RestCall, hostEmail: string | undefined): Promise<Account | undefined> {
  return hostEmail === undefined ? undefined : call.host(hostEmail);
}

export interface SeenRecording {
  readonly recording: Recording;
  readonly isShared: boolean;
}

/**
 * In the bin or not, for whoever may see it: its host, whom it is shared with, and administrators.
 * @throws RecordingNotFound
 */
export async function seenRecording(call: RestCall, id: string, host?: Account): Promise<SeenRecording> {
  const { app, site, account, isAdmin } = call;
  const recordID = recordIdOf(call, id);
  const recording = await app.recordings.find(site, recordID);
  if (recording?.state !== 'READY' || (host && recording.host !== host.id)) {
    throw new RecordingNotFound(recordID);
  }
  if (isAdmin || isOwnRecording(recording, account)) {
    checkSeesRecording(recording, account);
    return { recording, isShared: false };
  }
  const isShared =
    recording.deletedAt === null && (await app.recordingShares.isSharedWith(recording, account.id));
  if (!isShared) throw new RecordingNotFound(recordID);
  return { recording, isShared };
}
