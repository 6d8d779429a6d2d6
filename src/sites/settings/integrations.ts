/** Programs and services beside the site. */
import { marked, storedOnly, text, toggle } from './setting.ts';

const OWNER = { owner: true };

export const INTEGRATION_SETTINGS = {
  productivityTools: storedOnly({
    enable: toggle(true, 'The productivity tools may be used.'),
    installOpts: { autoUpdate: toggle(true, 'They keep themselves up to date.') },
    integrations: {
      outlook: toggle(true, 'Outlook.'),
      outlookForMac: toggle(true, 'Outlook for Mac.'),
      lotusNotes: toggle(true, 'Lotus Notes.'),
      oneClick: toggle(true, 'One-Click meetings.'),
      showSysTrayIcon: toggle(true, 'An icon in the tray.'),
      office: toggle(true, 'Microsoft Office.'),
      excel: toggle(true, 'Excel.'),
      powerPoint: toggle(true, 'PowerPoint.'),
      word: toggle(true, 'Word.'),
      IE: toggle(true, 'Internet Explorer.'),
      firefox: toggle(true, 'Firefox.'),
      explorerRightClick: toggle(true, 'The menu of the Explorer.'),
      instantMessenger: toggle(true, 'Instant messengers.'),
      aolMessenger: toggle(false, 'AOL Instant Messenger.'),
      googleTalk: toggle(false, 'Google Talk.'),
      lotusSametime: toggle(false, 'Lotus Sametime.'),
      skype: toggle(false, 'Skype.'),
      windowsMessenger: toggle(false, 'Windows Messenger.'),
      yahooMessenger: toggle(false, 'Yahoo Messenger.'),
      ciscoIPPhone: toggle(false, 'Cisco IP telephones.'),
      ciscoCUAEURL: text('', 'Where the application environment of the telephones is.'),
      pcNow: toggle(false, 'PCNow.'),
      iGoogle: toggle(false, 'iGoogle.'),
      iPhoneDusting: toggle(false, 'iPhone.'),
      CUMAURL: text('', 'Where the Unified Mobility Advantage server is.'),
    },
    oneClick: {
      allowJoinUnlistMeeting: toggle(true, 'An unlisted One-Click meeting may be joined.'),
      requireApproveJoin: toggle(false, 'The host lets people in to it.'),
    },
    templates: { useTemplate: toggle(false, 'The tools use session templates.') },
    lockDownPT: {
      lockDown: toggle(false, 'Only one version of the tools is taken.'),
      version: text('', 'That version.'),
    },
    imSettings: { attendeeInviteOther: toggle(true, 'Attendees may invite others by instant message.') },
  }),
  meetingPlace: storedOnly({
    mpProfileURL: text('', 'The profile page of MeetingPlace.'),
    mpLogoutURL: text('', 'Its sign-out page.'),
    mpInternalMeetingLink: text('', 'Its link for internal meetings.'),
    nbrProfileNumber: text('', 'The profile that records.', { shared: true }),
    nbrProfilePassword: text('', "That profile's password.", { secret: true }),
  }),
  salesCenter: storedOnly({
    allowJoinWithoutLogin: toggle(false, 'Sales sessions may be joined without a sign-in.'),
  }),
  connectIntegration: storedOnly(
    marked(
      {
        connectServerURL: text('', 'The Connect server.'),
        connectOrganization: text('', 'The organisation there.'),
        connectNameSpaceID: text('', 'Its name space.'),
        integratedWebEx11: toggle(false, 'WebEx 11 is integrated.'),
      },
      OWNER,
    ),
  ),
};
