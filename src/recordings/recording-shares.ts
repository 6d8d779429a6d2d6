/** Whom a recording is shared with: accounts of its site that its host has named. */
import { type Act, isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor, Params, RecordingShareTable } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import { type Recording, RecordingNotFound } from './recording.ts';
import type { RecordingEvent } from './recording-events.ts';
import { recordingOf } from './recording-rows.ts';
import { recordingStatements } from './recording-statements.ts';
import type { JudgeOfRecording } from './recordings.ts';

export interface SharesParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly record: (tx: Executor, site: Pick<Site, 'id'>, event: RecordingEvent) => Promise<void>;
}

/** Rows of accounts. */
export interface ChangedShares {
  readonly adds: readonly number[];
  readonly removes: readonly number[];
  /** Inside the write, of each who has it now and did not before. */
  readonly tell?: (tx: Executor, account: number, recording: Recording) => Promise<void>;
}

export type RecordingShares = ReturnType<typeof openRecordingShares>;

export function openRecordingShares({ database, clock, record }: SharesParts) {
  const { held } = recordingStatements(database);
  const recordAudit = openAudit(database, clock);
  const share = database.prepare((db, p: Params<RecordingShareTable>) =>
    db
      .insertInto('recording_share')
      .values({
        recording: p('recording'),
        site: p('site'),
        account: p('account'),
        created_at: p('created_at'),
        shared_at: p('shared_at'),
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const unshare = database.prepare((db, p: Params<{ recording: number; account: number }>) =>
    db
      .deleteFrom('recording_share')
      .where('recording', '=', p('recording'))
      .where('account', '=', p('account')),
  );
  const find = database.prepare<{ recording: number; account: number }, { account: number }>((db, p) =>
    db
      .selectFrom('recording_share')
      .select('account')
      .where('recording', '=', p('recording'))
      .where('account', '=', p('account')),
  );
  const accountsOf = database.prepare<{ recording: number }, { account: number }>((db, p) =>
    db
      .selectFrom('recording_share')
      .select('account')
      .where('recording', '=', p('recording'))
      .orderBy('shared_at')
      .orderBy('account'),
  );

  return {
    async isSharedWith({ id }: Pick<Recording, 'id'>, account: number): Promise<boolean> {
      return (await find.first({ recording: id, account })) !== undefined;
    },

    /** Rows of accounts, in the order in which it was shared with them. */
    async accountsOf({ id }: Pick<Recording, 'id'>): Promise<readonly number[]> {
      return (await accountsOf.all({ recording: id })).map(({ account }) => account);
    },

    /**
     * Whoever has it already keeps it, and whoever has it not loses nothing. Its host has it anyway.
     * @returns the recording, and the accounts that have it now and did not before
     * @throws RecordingNotFound, also for one that lies in the bin, and what the judge throws
     */
    async change(
      site: Pick<Site, 'id'>,
      id: number,
      judge: JudgeOfRecording,
      { adds, removes, tell }: ChangedShares,
    ): Promise<{ readonly recording: Recording; readonly added: readonly number[] }> {
      return database.write(async (tx) => {
        const row = await held.first({ id }, tx);
        if (row?.site !== site.id) throw new RecordingNotFound(id);
        const recording = recordingOf(row);
        await judge(recording, tx);
        if (recording.deletedAt !== null) throw new RecordingNotFound(id);
        const before = (await accountsOf.all({ recording: id }, tx)).map(({ account }) => account);
        const gone = new Set(removes);
        const wished = [...new Set(adds)].filter((account) => account !== recording.host);
        const added = wished.filter((account) => !before.includes(account) && !gone.has(account));
        const now = clock.now();
        for (const account of before) {
          if (gone.has(account)) await unshare.run({ recording: id, account }, tx);
        }
        for (const account of added) {
          const { site: of, createdAt } = recording;
          await share.run({ recording: id, site: of, account, created_at: createdAt, shared_at: now }, tx);
          await tell?.(tx, account, recording);
        }
        const after = [...before.filter((account) => !gone.has(account)), ...added];
        if (added.length > 0 || after.length !== before.length) {
          await record(tx, site, { kind: 'recording.changed', recording: id });
          const act: Act['act'] = 'recording.changed';
          if (isAnothers(recording.host)) {
            const difference = { before: { sharedWith: before }, after: { sharedWith: after } };
            await recordAudit(tx, { site: { id: site.id }, act, name: recording.name, id, ...difference });
          }
        }
        return { recording, added };
      });
    },
  };
}
