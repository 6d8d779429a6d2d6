/**
 * The recordings of the sites. Their bytes are in the store before a row says that they are there, and are taken out of it
 * when the row has gone: what a process leaves that is killed in between is cleared up later (`recording-sweeper.ts`).
 */
import { type Act, isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import type { Site } from '../sites/site.ts';
import type { AccessHistory } from './access-history.ts';
import {
  type Format,
  KEPT_IN_BIN,
  type Recording,
  type RecordingDocument,
  type RecordingFile,
  type RecordingFileRole,
  type RecordingFiles,
  RecordingNotFound,
  type RecordingState,
  USUAL_DOCUMENT,
} from './recording.ts';
import type { RecordingEvent } from './recording-events.ts';
import { openRecordingFiles } from './recording-files.ts';
import { checkRecordingPassword } from './recording-password.ts';
import { changeableColumns, documentOf, fileOf, purgedColumns, recordingOf } from './recording-rows.ts';
import { recordingStatements } from './recording-statements.ts';
import { roomRecordingStatements } from './room-recording-statements.ts';
import type { RecordingStore } from './store/recording-store.ts';
import { transcriptionStatements, UNWRITTEN } from './transcripts/transcription-statements.ts';

export interface RecordingsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly store: RecordingStore;
  readonly accessHistory: Pick<AccessHistory, 'made'>;
  readonly record: (tx: Executor, site: Pick<Site, 'id'>, event: RecordingEvent) => Promise<void>;
  /** Whether what is said is written down when a film is ready. */
  readonly transcribes?: () => boolean;
}

/** What is known of a recording when it begins, or is brought. */
export interface NewRecording extends Pick<Recording, 'host' | 'service' | 'timeZoneID'> {
  readonly name: string;
  readonly state: Exclude<RecordingState, 'FAILED'>;
  readonly sessionKey?: number | undefined;
  readonly confID?: number | undefined;
  readonly run?: number | undefined;
  /** Epoch milliseconds; without it that is now. */
  readonly createdAt?: number | undefined;
  readonly format: Format;
  readonly duration?: number | undefined;
  readonly files?: readonly RecordingFile[];
  /** What is absent is as usual. */
  readonly document?: Partial<RecordingDocument> | undefined;
}

/** One, or several of which all are meant or none. */
type Ids = number | readonly number[];

const isInBin = ({ deletedAt }: Recording) => deletedAt !== null;

/** What has been made of a recording. What is absent stays as it was. */
export interface Made {
  readonly state: 'PROCESSING' | 'READY' | 'FAILED';
  /** Each takes the place of the one in its role. */
  readonly files?: readonly RecordingFile[];
  readonly duration?: number | undefined;
  readonly format?: Format | undefined;
  readonly document?: Partial<RecordingDocument> | undefined;
  /** Files that are no longer needed. */
  readonly drops?: readonly RecordingFileRole[] | undefined;
  /** What was recorded in a room is in the files now: its parts go. */
  readonly dropsParts?: boolean | undefined;
}

/** Sees a recording inside the write, and throws what forbids it. */
export type JudgeOfRecording = (recording: Recording, tx: Executor) => void | Promise<void>;

/** What is announced when one waits to be made ready. */
export const WAITING = 'recording waits';

export type Recordings = ReturnType<typeof openRecordings>;

export function openRecordings({
  database,
  clock,
  random,
  store,
  accessHistory,
  record,
  transcribes = () => false,
}: RecordingsParts) {
  const statements = recordingStatements(database);
  const unwritten = transcriptionStatements(database);
  const recordAudit = openAudit(database, clock);
  const files = openRecordingFiles({ statements, rooms: roomRecordingStatements(database), store });

  async function drawId(tx: Executor): Promise<number> {
    for (;;) {
      const id = random.digits(9);
      if (!(await statements.isUsed.first({ id }, tx))) return id;
    }
  }

  /** @throws RecordingNotFound, also for one of another site */
  async function held(site: Pick<Site, 'id'>, id: number, tx: Executor): Promise<Recording> {
    const row = await statements.held.first({ id }, tx);
    if (row?.site !== site.id) throw new RecordingNotFound(id);
    return recordingOf(row);
  }

  /**
   * Those of that kind, as they are until the write ends. They are held before anything is counted, and counted in one
   * order, so that two such writes never wait for each other.
   */
  async function heldAll(
    site: Pick<Site, 'id'>,
    ids: Ids,
    { judge, is }: { readonly judge: JudgeOfRecording; readonly is: (one: Recording) => boolean },
    tx: Executor,
  ): Promise<Recording[]> {
    const found: Recording[] = [];
    for (const id of [...new Set([ids].flat())].sort((one, other) => one - other)) {
      const current = await held(site, id, tx);
      await judge(current, tx);
      if (!is(current)) throw new RecordingNotFound(id);
      found.push(current);
    }
    return found.sort((a, b) => (a.service === b.service ? a.host - b.host : a.service < b.service ? -1 : 1));
  }

  /** What somebody does to the recording of another. */
  async function recordAct(
    tx: Executor,
    act: Act['act'],
    recording: Recording,
    difference: Pick<Act, 'before' | 'after'> = {},
  ): Promise<void> {
    const { site: id, host, name } = recording;
    if (isAnothers(host)) {
      await recordAudit(tx, { site: { id }, act, name, id: recording.id, ...difference });
    }
  }

  /** The history hears of one when it can be had, and of every other name. */
  async function tellHistory(recording: Recording, tx: Executor): Promise<void> {
    if (recording.state !== 'READY') return;
    const { id: recordID, host, name: recordName, createdAt } = recording;
    await accessHistory.made(tx, { id: recording.site }, { recordID, host, recordName, createdAt });
  }

  /** Lists tell of one more, or of one less: of the site's before its host's, whoever writes at the same time. */
  async function count(
    { site, host, service }: Pick<Recording, 'site' | 'host' | 'service'>,
    change: 1 | -1,
    tx: Executor,
  ): Promise<void> {
    for (const whose of [0, host]) await statements.count.run({ site, host: whose, service, change }, tx);
  }

  /** All of it, with what was recorded in a room; what may be told of it stays. Gives the names of its bytes. */
  async function eraseIn(tx: Executor, recording: Recording): Promise<string[]> {
    const { id } = recording;
    const names = await files.dropAll(tx, id);
    await statements.erase.run({ id }, tx);
    if (recording.state === 'READY') {
      await statements.purge.run({ ...purgedColumns(recording), purged_at: clock.now() }, tx);
    }
    await record(tx, { id: recording.site }, { kind: 'recording.erased', recording: id });
    return names;
  }

  async function becomeIn(tx: Executor, id: number, made: Made) {
    const row = await statements.held.first({ id }, tx);
    if (!row || row.state === 'READY' || row.state === 'FAILED') return undefined;
    const current = recordingOf(row);
    const { state, files: brought = [] } = made;
    const recording: Recording = {
      ...current,
      state,
      duration: made.duration ?? current.duration,
      format: made.format ?? current.format,
      bytes: bytesOf(brought, current.bytes),
      document: { ...current.document, ...made.document },
    };
    const unused = await files.replace(tx, id, brought, made.drops);
    const { duration, bytes, format, document } = recording;
    await statements.become.run({ id, state, duration, bytes, format, document: documentOf(document) }, tx);
    if (isListed(recording)) await count(recording, 1, tx);
    await tellHistory(recording, tx);
    const kind = state === 'READY' ? 'recording.ready' : 'recording.changed';
    await record(tx, { id: current.site }, { kind, recording: id });
    if (state === 'PROCESSING') database.announce(tx, WAITING);
    if (state === 'READY' && transcribes()) {
      await unwritten.add.run({ recording: id, site: current.site }, tx);
      database.announce(tx, UNWRITTEN);
    }
    return { recording, unused };
  }

  return {
    /** For whoever makes them ready. */
    statements,

    /** Inside a write: a room begins to be recorded, or a file has been brought. */
    async add(tx: Executor, site: Pick<Site, 'id'>, recording: NewRecording): Promise<Recording> {
      const id = await drawId(tx);
      const { name, state, host, service, timeZoneID, format, files: brought = [] } = recording;
      const added: Recording = {
        id,
        site: site.id,
        host,
        state,
        name,
        service,
        sessionKey: recording.sessionKey ?? null,
        confID: recording.confID ?? null,
        run: recording.run ?? null,
        timeZoneID,
        createdAt: recording.createdAt ?? clock.now(),
        duration: recording.duration ?? 0,
        bytes: bytesOf(brought, 0),
        format,
        streamToken: random.bytes(16).toString('hex'),
        downloadToken: random.bytes(16).toString('hex'),
        deletedAt: null,
        document: { ...USUAL_DOCUMENT, ...recording.document },
      };
      await statements.insert.run(
        {
          ...changeableColumns(added),
          id,
          site: site.id,
          host,
          state,
          service,
          session_key: added.sessionKey,
          conf_id: added.confID,
          run: added.run,
          time_zone_id: timeZoneID,
          created_at: added.createdAt,
          duration: added.duration,
          bytes: added.bytes,
          format,
          stream_token: added.streamToken,
          download_token: added.downloadToken,
          deleted_at: null,
          leased_until: 0,
          attempts: 0,
        },
        tx,
      );
      for (const file of brought) await files.add(tx, id, file);
      if (isListed(added)) await count(added, 1, tx);
      await tellHistory(added, tx);
      await record(tx, site, { kind: 'recording.added', recording: id });
      if (state === 'READY') await record(tx, site, { kind: 'recording.ready', recording: id });
      // One that a room begins is its people's.
      if (state !== 'RECORDING') await recordAct(tx, 'recording.added', added, { after: facts(added) });
      if (state === 'PROCESSING') database.announce(tx, WAITING);
      return added;
    },

    /** Of the site, in the bin or not. */
    async find(site: Pick<Site, 'id'>, id: number): Promise<Recording | undefined> {
      if (!Number.isSafeInteger(id)) return undefined;
      const row = await statements.byId.first({ site: site.id, id });
      return row && recordingOf(row);
    },

    /** By the token of a link: to see it, or to fetch it. What lies in the bin is not found. */
    async byToken(
      site: Pick<Site, 'id'>,
      purpose: 'stream' | 'download',
      token: string,
    ): Promise<Recording | undefined> {
      const by = purpose === 'stream' ? statements.byStreamToken : statements.byDownloadToken;
      const row = await by.first({ site: site.id, token: token.toLowerCase() });
      return row && row.deleted_at === null ? recordingOf(row) : undefined;
    },

    async filesOf({ id }: Pick<Recording, 'id'>): Promise<RecordingFiles> {
      const rows = await statements.filesOf.all({ recording: id });
      return Object.fromEntries(rows.map((row) => [row.role, fileOf(row)]));
    },

    /**
     * Changes what may be changed of one that is not in the bin.
     * @throws RecordingNotFound, RuleBroken for a new password that breaks the site's rules, and what the judge or the
     *   change throws
     */
    async change(
      site: Pick<Site, 'id' | 'siteName' | 'settings'>,
      id: number,
      judge: JudgeOfRecording,
      change: (current: Recording) => Pick<Recording, 'name' | 'document'>,
    ): Promise<Recording> {
      return database.write(async (tx) => {
        const current = await held(site, id, tx);
        await judge(current, tx);
        if (current.deletedAt !== null) throw new RecordingNotFound(id);
        const changed = { ...current, ...change(current) };
        checkRecordingPassword(site, current, changed);
        await statements.change.run({ id, ...changeableColumns(changed) }, tx);
        await tellHistory(changed, tx);
        await record(tx, site, { kind: 'recording.changed', recording: id });
        const difference = { before: facts(current), after: facts(changed) };
        await recordAct(tx, 'recording.changed', changed, difference);
        return changed;
      });
    },

    /**
     * Puts it into the bin, where it is kept for 30 days. One that is still recorded is not put there. Of several all are,
     * or none.
     * @throws RecordingNotFound, and what the judge throws
     */
    async discard(site: Pick<Site, 'id'>, ids: Ids, judge: JudgeOfRecording): Promise<void> {
      const isDone = ({ deletedAt, state }: Recording) => deletedAt === null && state !== 'RECORDING';
      await database.write(async (tx) => {
        for (const current of await heldAll(site, ids, { judge, is: isDone }, tx)) {
          const { id } = current;
          await statements.setDeleted.run({ id, at: clock.now() }, tx);
          if (isListed(current)) await count(current, -1, tx);
          await record(tx, site, { kind: 'recording.deleted', recording: id });
          await recordAct(tx, 'recording.deleted', current);
        }
      });
    },

    /**
     * Takes it out of the bin again. Of several all are, or none.
     * @throws RecordingNotFound when it is not there, and what the judge throws
     */
    async recover(site: Pick<Site, 'id'>, ids: Ids, judge: JudgeOfRecording): Promise<void> {
      await database.write(async (tx) => {
        for (const current of await heldAll(site, ids, { judge, is: isInBin }, tx)) {
          const { id } = current;
          await statements.setDeleted.run({ id, at: null }, tx);
          if (isListed({ ...current, deletedAt: null })) await count(current, 1, tx);
          await record(tx, site, { kind: 'recording.changed', recording: id });
          await recordAct(tx, 'recording.recovered', current);
        }
      });
    },

    /**
     * Deletes one that lies in the bin for good, with its bytes. Of several all are, or none.
     * @throws RecordingNotFound when it is not there, and what the judge throws
     */
    async erase(site: Pick<Site, 'id'>, ids: Ids, judge: JudgeOfRecording): Promise<void> {
      const names = await database.write(async (tx) => {
        const erased: string[] = [];
        for (const current of await heldAll(site, ids, { judge, is: isInBin }, tx)) {
          await recordAct(tx, 'recording.erased', current, { before: facts(current) });
          erased.push(...(await eraseIn(tx, current)));
        }
        return erased;
      });
      await files.remove(names);
    },

    /** Deletes for good what has lain in the bin for as long as it is kept there. */
    async emptyBin(): Promise<void> {
      for (;;) {
        const before = clock.now() - KEPT_IN_BIN;
        const overdue = await statements.overdueInBin.all({ before });
        if (overdue.length === 0) return;
        for (const { id } of overdue) {
          const names = await database.write(async (tx) => {
            // Somebody may have taken it out meanwhile.
            const row = await statements.held.first({ id }, tx);
            return row && row.deleted_at !== null && row.deleted_at <= before
              ? eraseIn(tx, recordingOf(row))
              : [];
          });
          await files.remove(names);
        }
      }
    },

    /**
     * Writes down what has become of it, inside a write.
     * @returns nothing when it is gone, or has come to its end already
     */
    async become(tx: Executor, id: number, made: Omit<Made, 'files'>): Promise<Recording | undefined> {
      return (await becomeIn(tx, id, made))?.recording;
    },

    /**
     * The same with its files, which are in the store already: each takes the place of the one in its role, whose bytes go.
     * @returns nothing when it is gone, or has come to its end already: then the new files go
     */
    async settle(id: number, made: Made): Promise<Recording | undefined> {
      const [became, unused] = await database.write(async (tx) => {
        const became = await becomeIn(tx, id, made);
        if (!became) return [undefined, await files.unknownOf(tx, made.files)];
        const parts = made.dropsParts ? await files.dropParts(tx, id) : [];
        return [became.recording, [...became.unused, ...parts]];
      });
      await files.remove(unused);
      return became;
    },

    /**
     * Puts a file beside the others of a recording: its sound alone, words to read along.
     * @throws RecordingNotFound
     */
    async attach(id: number, file: RecordingFile): Promise<void> {
      const unused = await database.write(async (tx) => {
        if (!(await statements.held.first({ id }, tx))) throw new RecordingNotFound(id);
        return files.replace(tx, id, [file]);
      });
      await files.remove(unused);
    },

    /** Bytes of everything that the site has recorded: what is kept, and what rooms are recording. A quota is held to it. */
    async spaceUsed(site: Pick<Site, 'id'>, tx?: Executor): Promise<number> {
      const kept = await statements.bytesOfSite.first({ site: site.id }, tx);
      const inRooms = await statements.bytesOfRooms.first({ site: site.id }, tx);
      return (kept?.bytes ?? 0) + (inRooms?.bytes ?? 0);
    },

    /** Bytes of all that the site keeps; what rooms are still recording is not among them. */
    async bytesOf(site: Pick<Site, 'id'>, tx?: Executor): Promise<number> {
      return (await statements.bytesOfSite.first({ site: site.id }, tx))?.bytes ?? 0;
    },
  };
}

/** What the audit tells of one. */
function facts({ name, service, createdAt, duration, document }: Recording): object {
  return { name, service, createdAt: new Date(createdAt).toISOString(), duration, ...document };
}

/** What the counts of lists are of. */
function isListed({ state, deletedAt }: Pick<Recording, 'state' | 'deletedAt'>): boolean {
  return state === 'READY' && deletedAt === null;
}

/** Those of the main file. */
function bytesOf(files: readonly RecordingFile[], before: number): number {
  const isMain = ({ role }: { readonly role: RecordingFileRole }) => role === 'MAIN';
  return files.find(isMain)?.bytes ?? before;
}
