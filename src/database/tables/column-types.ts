import type { ColumnType } from 'kysely';

/** Read as a Buffer. */
export type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;
export type Flag = 0 | 1;
