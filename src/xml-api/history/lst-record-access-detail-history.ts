/** LstrecordaccessDetailHistory: who looked at a recording, a row for each time that somebody did. */
import { historyFor } from '../../policies/history.ts';
import { REGISTRATION_FIELDS, type RecordingAccess } from '../../recordings/recording-access.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { formatSiteTime, GMT } from '../../time/site-time.ts';
import { bool, complex, int, long, many, optional, optionals, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecords, matchingRecordsType, pageOf } from '../types/list.ts';
import { history } from '../types/namespaces.ts';
import { zoneAsked } from '../types/when.ts';

const regFieldsType = complex(history, 'regFieldsType', {
  ...optionals(REGISTRATION_FIELDS, text()),
  customFields: many(complex(history, 'customFieldsType', optionals(['label', 'value'], text()))),
});

const recordAccessDetailHistoryType = complex(history, 'recordAccessDetailHistoryType', {
  viewID: optional(long()),
  ...optionals(['participantName', 'participantEmail', 'accessTime'], text()),
  registered: optional(bool()),
  registerDate: optional(text()),
  ...optionals(['downloaded', 'viewed'], bool()),
  timeZoneID: optional(int()),
  regFields: optional(regFieldsType),
});

export const lstRecordAccessDetailHistory = operation({
  service: historyService,
  name: 'LstrecordaccessDetailHistory',
  level: '5.5',
  summary: 'Lists who looked at a recording, a row for each time that somebody did.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(historyService, 'lstrecordaccessDetailHistory', {
    recordID: optional(long({ min: 0, sample: '712004581' })),
    listControl: optional(lstControlType),
    timeZoneID: optional(int()),
    returnRegFields: optional(bool()),
  }),
  response: body(historyService, 'lstrecordaccessDetailHistoryResponse', {
    recordDetail: many(recordAccessDetailHistoryType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run({ site, account, hint, app: { accounts, accessHistory } }, request) {
    const page = pageOf(request.listControl, hint);
    const asked = zoneAsked(request.timeZoneID);
    const whose = await historyFor(accounts, site, account, undefined);
    const { recordID, returnRegFields = false } = request;
    const { total, rows } = await accessHistory.accesses(site, { ...whose, recordID }, page);
    const told = (at: number) => formatSiteTime(at, asked ?? GMT);
    return {
      recordDetail: rows.map((row) => ({
        viewID: row.viewID,
        participantName: row.name,
        participantEmail: row.email,
        accessTime: told(row.accessedAt),
        registered: row.registeredAt !== null,
        registerDate: row.registeredAt === null ? '' : told(row.registeredAt),
        downloaded: row.downloaded,
        viewed: row.viewed,
        timeZoneID: asked?.id,
        regFields: returnRegFields ? regFieldsOf(row) : undefined,
      })),
      matchingRecords: matchingRecords(total, rows.length, page),
    };
  },
});

function regFieldsOf({ details: { registration } }: RecordingAccess) {
  return registration && { ...registration, customFields: registration.customFields ?? [] };
}
