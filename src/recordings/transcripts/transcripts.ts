/**
 * What is said in recordings. The words are a file of the recording (role CAPTIONS) that we have written ourselves
 * (`write-captions.ts`), whatever was brought; the row says that it is there, and since when.
 */
import { randomBytes } from 'node:crypto';
import { isAnothers, openAudit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import type { Database, Executor } from '../../database/database.ts';
import { Refusal } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';
import { siteLock } from '../../sites/site-rows.ts';
import { Measured } from '../measured.ts';
import {
  type Recording,
  type RecordingFile,
  RecordingNotFound,
  RecordingQuotaUsed,
  RecordingStoreFull,
  type TranscriptSource,
} from '../recording.ts';
import type { RecordingEvent, TranscriptEvent } from '../recording-events.ts';
import { openRecordingFiles } from '../recording-files.ts';
import { recordingOf } from '../recording-rows.ts';
import type { JudgeOfRecording, Recordings } from '../recordings.ts';
import { roomRecordingStatements } from '../room-recording-statements.ts';
import { quotaOf } from '../shared-space.ts';
import { NotInStore, type RecordingStore, StoreFull } from '../store/recording-store.ts';
import { LARGEST_FILE, TranscriptNotFound, type Words } from './cue.ts';
import { readCaptions } from './read-captions.ts';
import { type Transcript, transcriptOf, transcriptStatements } from './transcript-statements.ts';
import { transcriptionStatements } from './transcription-statements.ts';
import { vttOf } from './write-captions.ts';

export type { Transcript } from './transcript-statements.ts';

export interface TranscriptsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly store: RecordingStore;
  readonly recordings: Pick<Recordings, 'statements' | 'spaceUsed' | 'filesOf'>;
  /** Whether there is a program that writes down what is said. */
  readonly transcribes: () => boolean;
  readonly record: (
    tx: Executor,
    site: Pick<Site, 'id'>,
    event: RecordingEvent | TranscriptEvent,
  ) => Promise<void>;
}

/** What comes, and whether it may take the place of what is there. */
interface Coming {
  readonly words: Words;
  readonly source: TranscriptSource;
  /** The name of the file that is there, which was read: another one has come meanwhile where it is not. */
  readonly before?: string | undefined;
}

/** Somebody else has changed it between reading and writing. */
class Overtaken extends Error {}

/** How often words are read again that somebody else has changed meanwhile. */
const MOST_TRIES = 5;

const MEDIA_TYPE = 'text/vtt; charset=UTF-8';

export type Transcripts = ReturnType<typeof openTranscripts>;

export function openTranscripts({
  database,
  clock,
  store,
  recordings,
  transcribes,
  record,
}: TranscriptsParts) {
  const statements = transcriptStatements(database);
  const files = openRecordingFiles({
    statements: recordings.statements,
    rooms: roomRecordingStatements(database),
    store,
  });
  const waiting = transcriptionStatements(database);
  const lock = siteLock(database);
  const recordAudit = openAudit(database, clock);

  /** Kept as it is until the write ends. @throws RecordingNotFound unless it can be had, and what the judge throws */
  async function held(
    site: Pick<Site, 'id'>,
    id: number,
    judge: JudgeOfRecording,
    tx: Executor,
  ): Promise<Recording> {
    const row = await recordings.statements.held.first({ id }, tx);
    if (row?.site !== site.id) throw new RecordingNotFound(id);
    const recording = recordingOf(row);
    await judge(recording, tx);
    if (recording.deletedAt !== null || recording.state !== 'READY') throw new RecordingNotFound(id);
    return recording;
  }

  async function keep(site: Pick<Site, 'id'>, id: number, words: Words): Promise<RecordingFile> {
    const name = `${site.id}/${id}/captions.${randomBytes(6).toString('hex')}.vtt`;
    const bytes = Buffer.from(vttOf(words));
    const measured = new Measured(
      (async function* () {
        yield bytes;
      })(),
      { most: Number.POSITIVE_INFINITY, keeps: 0 },
    );
    await store.put(name, measured);
    return {
      role: 'CAPTIONS',
      name,
      mediaType: MEDIA_TYPE,
      bytes: measured.bytes,
      sha256: measured.sha256(),
    };
  }

  async function audit(
    tx: Executor,
    act: 'transcript.added' | 'transcript.changed' | 'transcript.removed',
    { site, host, name, id }: Recording,
  ): Promise<void> {
    if (isAnothers(host)) await recordAudit(tx, { site: { id: site }, act, name, id });
  }

  /** Inside the write. @returns the transcript, and names of bytes that nobody needs any more */
  async function putIn(
    tx: Executor,
    site: Site,
    recording: Recording,
    { words, source, before }: Coming,
    file: RecordingFile,
  ): Promise<readonly [Transcript, readonly string[]]> {
    const { id, host, createdAt } = recording;
    const old = (await recordings.statements.filesOf.all({ recording: id }, tx)).find(
      ({ role }) => role === 'CAPTIONS',
    );
    if (before !== undefined && old?.name !== before) throw new Overtaken();
    const used = (await recordings.spaceUsed(site, tx)) - (old?.bytes ?? 0);
    if (used + file.bytes > quotaOf(site)) throw new RecordingQuotaUsed();
    const row = await statements.ofRecording.first({ recording: id }, tx);
    const unused = await files.replace(tx, id, [file]);
    await waiting.remove.run({ recording: id }, tx);
    const now = clock.now();
    const said = { written_at: now, source, language: words.language ?? '', cues: words.cues.length };
    if (row) {
      await statements.replace.run({ id: row.id, ...said }, tx);
      await record(tx, site, { kind: 'recording.changed', recording: id });
      await audit(tx, 'transcript.changed', recording);
      return [transcriptOf({ ...row, ...said }), unused];
    }
    const added = { recording: id, site: site.id, host, created_at: createdAt, ...said };
    const inserted = await statements.insert.first(added, tx);
    if (!inserted) throw new Error('a transcript was written and has no number');
    await record(tx, site, { kind: 'transcript.ready', recording: id, transcript: inserted.id });
    await audit(tx, 'transcript.added', recording);
    return [transcriptOf({ ...added, id: inserted.id }), unused];
  }

  async function put(
    site: Site,
    recordID: number,
    judge: JudgeOfRecording,
    coming: Coming,
  ): Promise<Transcript> {
    let file: RecordingFile | undefined;
    try {
      const kept = await keep(site, recordID, coming.words);
      file = kept;
      const [transcript, unused] = await database.write(async (tx) => {
        // Two that come at the same time are counted one after the other.
        await lock.first({ site: site.id }, tx);
        return putIn(tx, site, await held(site, recordID, judge, tx), coming, kept);
      });
      await files.remove(unused);
      return transcript;
    } catch (error) {
      if (error instanceof StoreFull) throw new RecordingStoreFull();
      // A write that fails otherwise may have reached the disk all the same: then its bytes stay.
      const isKnown = error instanceof Refusal || error instanceof Overtaken;
      if (file && isKnown) await store.remove(file.name);
      throw error;
    }
  }

  /** What the file has. @throws TranscriptNotFound when it has gone meanwhile */
  async function read({ name, bytes }: RecordingFile): Promise<Words> {
    // Ours may be longer than what was brought: every sign may take several.
    if (bytes > 16 * LARGEST_FILE) throw new TranscriptNotFound();
    const pieces: Buffer[] = [];
    try {
      for await (const piece of await store.read(name)) pieces.push(piece);
    } catch (error) {
      if (error instanceof NotInStore) throw new TranscriptNotFound();
      throw error;
    }
    return readCaptions(Buffer.concat(pieces), { isOurs: true });
  }

  return {
    statements,

    /** Of a recording, in the bin or not. */
    async of({ id }: Pick<Recording, 'id'>): Promise<Transcript | undefined> {
      const row = await statements.ofRecording.first({ recording: id });
      return row && transcriptOf(row);
    },

    /** Whether the program is to write it down, or could not. */
    async awaited({ id }: Pick<Recording, 'id'>): Promise<'WAITING' | 'FAILED' | undefined> {
      const state = (await waiting.of.first({ recording: id }))?.state;
      return state === 'WAITING' && !transcribes() ? undefined : state;
    },

    async find(site: Pick<Site, 'id'>, id: number): Promise<Transcript | undefined> {
      const row = await statements.byId.first({ site: site.id, id });
      return row && transcriptOf(row);
    },

    /** @throws TranscriptNotFound */
    async wordsOf(recording: Pick<Recording, 'id'>): Promise<Words> {
      const { CAPTIONS } = await recordings.filesOf(recording);
      if (!CAPTIONS) throw new TranscriptNotFound();
      return read(CAPTIONS);
    },

    /**
     * Takes the place of what is there.
     * @throws RecordingNotFound for one that cannot be had, RecordingQuotaUsed, RecordingStoreFull, and what the judge
     *   throws
     */
    bring(site: Site, recordID: number, judge: JudgeOfRecording, words: Words): Promise<Transcript> {
      return put(site, recordID, judge, { words, source: 'HOST' });
    },

    /**
     * What a program has made of it: nothing happens where there is a transcript meanwhile.
     * @throws RecordingNotFound, RecordingQuotaUsed, RecordingStoreFull
     */
    async made(site: Site, recordID: number, words: Words): Promise<Transcript | undefined> {
      const judge: JudgeOfRecording = async (_, tx) => {
        if (await statements.ofRecording.first({ recording: recordID }, tx)) throw new Overtaken();
      };
      try {
        return await put(site, recordID, judge, { words, source: 'PROGRAM' });
      } catch (error) {
        if (error instanceof Overtaken) return undefined;
        throw error;
      }
    },

    /**
     * Changes words that are there.
     * @param change is called again when somebody else has changed them meanwhile
     * @throws TranscriptNotFound, RecordingNotFound, RecordingQuotaUsed, RecordingStoreFull, and what the judge or the
     *   change throws
     */
    async reword(
      site: Site,
      recordID: number,
      judge: JudgeOfRecording,
      change: (words: Words) => Words,
    ): Promise<Transcript> {
      for (let tries = 1; ; tries += 1) {
        const { CAPTIONS } = await recordings.filesOf({ id: recordID });
        if (!CAPTIONS) throw new TranscriptNotFound();
        const words = change(await read(CAPTIONS));
        try {
          return await put(site, recordID, judge, { words, source: 'HOST', before: CAPTIONS.name });
        } catch (error) {
          if (!(error instanceof Overtaken) || tries === MOST_TRIES) throw error;
        }
      }
    },

    /** @throws TranscriptNotFound, RecordingNotFound, and what the judge throws */
    async remove(site: Pick<Site, 'id'>, recordID: number, judge: JudgeOfRecording): Promise<void> {
      const unused = await database.write(async (tx) => {
        const recording = await held(site, recordID, judge, tx);
        const row = await statements.ofRecording.first({ recording: recordID }, tx);
        if (!row) throw new TranscriptNotFound();
        await statements.remove.run({ id: row.id }, tx);
        const names = await files.replace(tx, recordID, [], ['CAPTIONS']);
        await record(tx, site, { kind: 'recording.changed', recording: recordID });
        await audit(tx, 'transcript.removed', recording);
        return names;
      });
      await files.remove(unused);
    },
  };
}
