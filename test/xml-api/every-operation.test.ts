import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXCEPTIONS } from '../../src/xml-api/exceptions/catalogue.ts';
import { forSqlite } from '../support/databases.ts';
import { ROOT } from '../support/process.ts';
import { ADMIN, sharedSite } from '../support/site.ts';

/**
 * Every operation of level 9.0.0 by its name, as the interface has it: those of the schema and those that came later.
 * Of LstCalendarSession nothing but the name is known. The bin of recordings is of a later level.
 */
const OPERATIONS: Readonly<Record<string, string>> = {
  user: `ActivateUser AssignWebACDAgents AssignWebACDQueues AuthenticateUser CreateUser DelSessionTemplates DelUser
    GetLoginTicket GetUser GetloginurlUser GetlogouturlUser InactivateUser LstUser LstsummaryUser SetUser
    UploadPMRImage`,
  ep: `CreateContacts CreateDistList DelRecording DelRecordingFromRecycleBin DelSession GetAPIVersion
    GetJoinSessionInfo GetOneClickSettings GetRecordingInfo GetSessionInfo GetSiteType LstContact LstDistList
    LstOpenSession LstRecording LstRecordingInRecycleBin LstsummarySession RecoverRecordingFromRecycleBin
    SetDistList SetRecordingInfo SetupOneClickSettings`,
  meeting: `CreateMeeting DelMeeting GetMeeting GethosturlMeeting GetjoinurlMeeting LstMeeting LstsummaryMeeting
    SetMeeting`,
  'meeting.auo': 'CreateTeleconferenceSession GetTeleconferenceSession SetTeleconferenceSession',
  attendee: `CreateMeetingAttendee DelMeetingAttendee GetEnrollmentInfo GetFeedbackInfo LstMeetingAttendee
    RegisterMeetingAttendee`,
  meetingtype: 'GetMeetingType LstMeetingType',
  site: 'GetSite GetWebACDQueues LstTimeZone SetSite',
  training: `AddScheduledTest CheckLabAvailability CopyLibTests CreateLab CreateTrainingSession DelLab DelLibTests
    DelScheduledTest DelTrainingSession GetIMStestDetails GetIMStestResult GetLabInfo GetLabSchedule
    GetTestInformation GetTrainingSession LstLibTests LstScheduledTests LstTrainingSession
    LstsummaryTrainingSession ReserveLab SetIMStest SetLab SetScheduledTest SetTrainingSession UploadIMStest`,
  event: `CreateEvent DelEvent GetEvent LstrecordedEvent LstsummaryEvent LstsummaryProgram SendInvitationEmail
    SetEvent UploadEventImage`,
  supportsession: 'CreateSupportSession',
  sales: `AddProducts CreateAccount CreateOpportunity CreateSalesSession DelSalesSession GetSalesSession LstAccounts
    LstOpportunities LstProducts LstsummarySalesSession SetAccount SetOpportunity SetProducts SetSalesSession`,
  history: `LstEventAttendeePreliminaryHistory LstEventSessionPreliminaryHistory LsteventattendeeHistory
    LsteventsessionHistory LstmeetingattendeeHistory LstmeetingusageHistory LstrecordaccessDetailHistory
    LstrecordaccessHistory LstsalesAttendeeHistory LstsalesSessionHistory LstsupportattendeeHistory
    LstsupportsessionHistory LsttrainingattendeeHistory LsttrainingsessionHistory`,
};

const NAMES = Object.entries(OPERATIONS).flatMap(([service, names]) =>
  names.split(/\s+/).map((name) => `${service}.${name}`),
);

forSqlite('Every operation of the interface', (open) => {
  const site = sharedSite(open);

  test('is in the manual', async () => {
    const manual = await readFile(join(ROOT, 'docs/reference/operations.md'), 'utf8');
    assert.deepEqual(
      NAMES.filter((name) => !manual.includes(`(operations/${name}.md)`)),
      [],
    );
  });

  test('answers by its name', async () => {
    const silent: string[] = [];
    for (const name of NAMES) {
      const { result, exceptionID } = await site().call(name, '', ADMIN);
      const isKnown = result === 'SUCCESS' || exceptionID !== EXCEPTIONS.unknownOperation.id;
      if (!isKnown || exceptionID === EXCEPTIONS.fault.id) silent.push(`${name}: ${exceptionID}`);
    }
    assert.deepEqual(silent, []);
  });
});
