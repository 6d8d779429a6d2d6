/** LstRecordingInRecycleBin: what the caller has thrown away (10.0 SP12: an administrator too sees their own alone). */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { matchingRecords, matchingRecordsType, pageOf } from '../types/list.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { zoneAsked } from '../types/when.ts';
import {
  createdAsked,
  createTimeScopeType,
  epRecordingType,
  IN_ANY_STATE,
  recordingListControlType,
  recordingServiceTypes,
  recordingValue,
  servicesAsked,
} from './recording-type.ts';

export const lstRecordingInRecycleBin = operation({
  service: epService,
  name: 'LstRecordingInRecycleBin',
  summary: "Lists the caller's recordings that lie in the bin.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(epService, 'lstRecordingInRecycleBin', {
    listControl: optional(recordingListControlType),
    createTimeScope: optional(createTimeScopeType),
    sessionKey: optional(SESSION_KEY, { alias: ['meetingKey'] }),
    recordName: optional(text()),
    // Kaltura sends them here too.
    serviceTypes: optional(recordingServiceTypes),
  }),
  response: body(epService, 'lstRecordingInRecycleBinResponse', {
    matchingRecords: optional(matchingRecordsType),
    recording: many(epRecordingType),
  }),
  samples: { sessionKey: undefined },
  async run({ site, account, hint, app: { recordingList, links } }, request) {
    const page = pageOf(request.listControl, hint);
    const zone = zoneAsked(request.createTimeScope?.timeZoneID);
    const { total, recordings } = await recordingList.search(
      site,
      {
        ...createdAsked(request.createTimeScope, zone),
        host: account.id,
        sessionKey: request.sessionKey,
        name: request.recordName,
        services: servicesAsked(request.serviceTypes),
        states: IN_ANY_STATE,
        inBin: true,
      },
      page,
    );
    return {
      matchingRecords: matchingRecords(total, recordings.length, page),
      recording: recordings.map((one) => recordingValue(links, site, one, { zone })),
    };
  },
});
