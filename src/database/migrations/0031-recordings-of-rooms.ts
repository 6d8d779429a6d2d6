import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was recorded in rooms is found by the recording that is made of it, and a part by where the store has it. */
export function recordingsOfRooms(): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createIndex('room_recording_by_recording')
        .on('room_recording')
        .columns(['recording'])
        .where(sql.ref('recording'), 'is not', null)
        .execute();
      await schema.createIndex('recording_part_by_name').on('recording_part').columns(['name']).execute();
    },
  };
}
