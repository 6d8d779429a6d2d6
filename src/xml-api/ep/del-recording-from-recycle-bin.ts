/** DelRecordingFromRecycleBin: deletes recordings of the bin for good, each by itself, or all of the caller's (10.0 SP12). */
import { judgeOfRecording } from '../../policies/kept-recording.ts';
import { RuleBroken } from '../../refusal.ts';
import { bool, int, many, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { type AccountCall, body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { eachOfBin, failedRecordingType } from './each-of-bin.ts';
import { IN_ANY_STATE, RECORDING_ID } from './recording-type.ts';

/** In one call. */
const MOST = 500;

export const delRecordingFromRecycleBin = operation({
  service: epService,
  name: 'DelRecordingFromRecycleBin',
  summary: 'Deletes recordings that lie in the bin for good; one that fails does not keep back the others.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [RuleBroken],
  request: body(epService, 'delRecordingFromRecycleBin', {
    recordingID: many(RECORDING_ID, { max: MOST }),
    deleteAll: optional(bool()),
  }),
  response: body(epService, 'delRecordingFromRecycleBinResponse', {
    successfulRecordingsCount: optional(int()),
    failedRecordings: many(failedRecordingType),
  }),
  samples: { recordingID: '712004585', deleteAll: 'false' },
  async run(call, { recordingID, deleteAll = false }) {
    // Whoever names some and asks for all may have meant either.
    if (deleteAll === recordingID.length > 0) {
      throw new RuleBroken('recordingID', 'must be there, or deleteAll must be true, and not both');
    }
    const { site, account } = call;
    const { recordings } = call.app;
    const judge = judgeOfRecording(account);
    const ids = deleteAll ? await allInBin(call) : recordingID;
    const { count, failed } = await eachOfBin(ids, (id) => recordings.erase(site, id, judge));
    return { successfulRecordingsCount: count, failedRecordings: failed };
  },
});

/** Those of the caller, an administrator's too: what others have thrown away is for them to empty. */
async function allInBin({ site, account, app: { recordingList } }: AccountCall): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const page = { startFrom: ids.length + 1, maximumNum: MOST };
    const search = { host: account.id, states: IN_ANY_STATE, inBin: true };
    const { recordings } = await recordingList.search(site, search, page);
    ids.push(...recordings.map(({ id }) => id));
    if (recordings.length < MOST) return ids;
  }
}
