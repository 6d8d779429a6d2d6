/** Recordings on their way out: what is sent of them, and the history of who fetched what. */

import type { Context } from '../context.ts';
import type { Recording, RecordingFile } from '../recordings/recording.ts';
import type { Entered } from './nbr-caller.ts';
import { nbrFileName } from './nbr-file-name.ts';
import type { Returned } from './nbr-operation.ts';

/** A recording, with the one of its files that is sent. */
export interface Fetched {
  readonly recording: Recording;
  readonly file: RecordingFile;
}

/** The history is told when the bytes are there and begin to be sent. */
export function download(
  { accessHistory, clock, database }: Pick<Context, 'accessHistory' | 'clock' | 'database'>,
  { site, account }: Entered,
  fetched: readonly Fetched[],
): Returned['files'] {
  const { firstName, lastName, email } = account;
  const by = { name: `${firstName} ${lastName}`.trim(), email };
  return {
    files: fetched.map(({ recording, file }) => ({ fileName: nbrFileName(recording, file), file })),
    begin: () =>
      database.write(async (tx) => {
        for (const { recording } of fetched) {
          await accessHistory.accessed(tx, site, {
            ...by,
            recordID: recording.id,
            accessedAt: clock.now(),
            registeredAt: null,
            downloaded: true,
            viewed: false,
            details: {},
          });
        }
      }),
  };
}
