import type { Generated } from 'kysely';

/**
 * One call, page or mail that was answered or refused. Later entries have higher numbers, also of several processes. With
 * SQLite it is in a file of its own.
 * @room request-log
 */
export interface RequestLogTable {
  id: Generated<number>;
  /** When it arrived. */
  at: number;
  request_id: string;
  face: string;
  /** 0 where no site was found: such entries are the installation's. */
  site: number;
  operation: string | null;
  caller: string | null;
  address: string | null;
  /** `ok`, `refused` or `fault`. */
  result: string;
  reason: string | null;
  exception_id: string | null;
  http_status: number | null;
  /** Microseconds. */
  took: number;
  bytes_in: number;
  bytes_out: number;
  hints: number;
  /** A document: what few entries have. */
  detail: string | null;
  /** Letters of both bodies; 0 where none is kept, and -1 where more came than are kept. */
  body_size: number;
  /** A document. */
  request: string | null;
  /** A document. */
  response: string | null;
}
