/** Recordings as rows. */
import type { RecordingFileTable, RecordingTable } from '../database/database.ts';
import { nameKey } from '../sessions/name-key.ts';
import { documentText, parsedDocument, upgraded } from '../stored/codec.ts';
import {
  FORMATS,
  type Recording,
  type RecordingDocument,
  type RecordingFile,
  recordingDocument,
} from './recording.ts';

export const RECORDING_COLUMNS = [
  'id',
  'site',
  'host',
  'state',
  'name',
  'service',
  'session_key',
  'conf_id',
  'run',
  'time_zone_id',
  'created_at',
  'duration',
  'bytes',
  'format',
  'stream_token',
  'download_token',
  'deleted_at',
  'attempts',
  'document',
] as const satisfies readonly (keyof RecordingTable)[];

export type RecordingRow = Pick<RecordingTable, (typeof RECORDING_COLUMNS)[number]>;

export function recordingOf(row: RecordingRow): Recording {
  return {
    id: row.id,
    site: row.site,
    host: row.host,
    state: row.state,
    name: row.name,
    service: row.service,
    sessionKey: row.session_key,
    confID: row.conf_id,
    run: row.run,
    timeZoneID: row.time_zone_id,
    createdAt: row.created_at,
    duration: row.duration,
    bytes: row.bytes,
    format: FORMATS.find((one) => one === row.format) ?? 'ARF',
    streamToken: row.stream_token,
    downloadToken: row.download_token,
    deletedAt: row.deleted_at,
    document: upgraded(recordingDocument, parsedDocument(row.document)),
  };
}

/** The columns that follow from what can be changed. */
export function changeableColumns({ name, document }: Pick<Recording, 'name' | 'document'>) {
  return {
    name,
    name_key: nameKey(name),
    has_password: document.password === undefined ? (0 as const) : (1 as const),
    listing: document.listing,
    document: documentOf(document),
  };
}

/** What may still be told of one that is deleted for good. */
export function purgedColumns(recording: Recording) {
  const { id, site, host, name, service, run, duration, bytes, format } = recording;
  const { sessionKey: session_key, confID: conf_id, createdAt: created_at } = recording;
  return { id, site, host, name, service, session_key, conf_id, run, created_at, duration, bytes, format };
}

export function documentOf(document: RecordingDocument): string {
  return documentText(recordingDocument, document);
}

export type FileRow = Omit<RecordingFileTable, 'id' | 'sha256'> & { readonly sha256: Uint8Array };

export function fileOf({ role, name, media_type, bytes, sha256 }: Omit<FileRow, 'recording'>): RecordingFile {
  return { role, name, mediaType: media_type, bytes, sha256 };
}
