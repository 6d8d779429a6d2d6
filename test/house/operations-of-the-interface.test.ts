import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { ROOT } from '../support/process.ts';

/**
 * Every operation of the interface at level 9.0.0, by its service, but those of recordings. That each of them answers is
 * the samples' test (test/xml-api/samples.test.ts), which goes through the declarations.
 */
const INTERFACE: Readonly<Record<string, string>> = {
  user: `ActivateUser AssignWebACDAgents AssignWebACDQueues AuthenticateUser CreateUser DelSessionTemplates DelUser
    GetLoginTicket GetUser GetloginurlUser GetlogouturlUser InactivateUser LstUser LstsummaryUser SetUser UploadPMRImage`,
  ep: `CreateContacts CreateDistList DelSession GetAPIVersion GetJoinSessionInfo GetOneClickSettings GetSessionInfo
    GetSiteType LstContact LstDistList LstOpenSession LstsummarySession SetDistList SetupOneClickSettings`,
  meeting: `CreateMeeting DelMeeting GetMeeting GethosturlMeeting GetjoinurlMeeting LstMeeting LstsummaryMeeting
    SetMeeting`,
  'meeting.auo': 'CreateTeleconferenceSession GetTeleconferenceSession SetTeleconferenceSession',
  attendee: `CreateMeetingAttendee DelMeetingAttendee GetEnrollmentInfo GetFeedbackInfo LstMeetingAttendee
    RegisterMeetingAttendee`,
  meetingtype: 'GetMeetingType LstMeetingType',
  site: 'GetSite GetWebACDQueues LstTimeZone SetSite',
  training: `AddScheduledTest CheckLabAvailability CopyLibTests CreateLab CreateTrainingSession DelLab DelLibTests
    DelScheduledTest DelTrainingSession GetIMStestDetails GetIMStestResult GetLabInfo GetLabSchedule
    GetTestInformation GetTrainingSession LstLibTests LstScheduledTests LstTrainingSession LstsummaryTrainingSession
    ReserveLab SetIMStest SetLab SetScheduledTest SetTrainingSession UploadIMStest`,
  event: `CreateEvent DelEvent GetEvent LstrecordedEvent LstsummaryEvent LstsummaryProgram SendInvitationEmail SetEvent
    UploadEventImage`,
  supportsession: 'CreateSupportSession',
  sales: `AddProducts CreateAccount CreateOpportunity CreateSalesSession DelSalesSession GetSalesSession LstAccounts
    LstOpportunities LstProducts LstsummarySalesSession SetAccount SetOpportunity SetProducts SetSalesSession`,
  history: `LstEventAttendeePreliminaryHistory LstEventSessionPreliminaryHistory LsteventattendeeHistory
    LsteventsessionHistory LstmeetingattendeeHistory LstmeetingusageHistory LstrecordaccessDetailHistory
    LstrecordaccessHistory LstsalesAttendeeHistory LstsalesSessionHistory LstsupportattendeeHistory
    LstsupportsessionHistory LsttrainingattendeeHistory LsttrainingsessionHistory`,
};

describe('of the interface', () => {
  const reference = readFileSync(join(ROOT, 'docs/reference/operations.md'), 'utf8');
  const declared = new Set(OPERATIONS.map(({ service, name }) => `${service.name}.${name}`));

  for (const [service, names] of Object.entries(INTERFACE)) {
    for (const name of names.trim().split(/\s+/)) {
      test(`${service}.${name} is there, and in the manual`, () => {
        assert.ok(declared.has(`${service}.${name}`));
        assert.ok(reference.includes(`operations/${service}.${name}.md`));
      });
    }
  }
});
