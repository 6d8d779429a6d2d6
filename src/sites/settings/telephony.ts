/** Telephone numbers and labels, and which kinds of audio the site has. */
import { count, json, storedOnly, text, toggle, type ValuesOf, word } from './setting.ts';

export const TELEPHONY_KINDS = ['NONE', 'CALLIN', 'CALLBACK', 'OTHER'] as const;
const MP_AUDIO = ['WithoutIntegration', 'Integration'] as const;

export interface GlobalCallInNumber {
  readonly countryAlias: string;
  readonly phoneNumber: string;
  readonly tollFree: boolean;
  readonly default: boolean;
}

export interface MpAudio {
  readonly label: string;
  readonly phoneNumber: string;
}

export const TELEPHONY_SETTINGS = {
  telephony: {
    callIn: toggle(true, 'Attendees call in (`callInTeleconferencing`).', { owner: true, storedOnly: true }),
    tollFree: toggle(true, 'There is a toll-free number (`tollFreeCallinTeleconferencing`).', {
      owner: true,
      storedOnly: true,
    }),
    internationalCallIn: toggle(
      true,
      'There are numbers of other countries (`intlCallInTeleconferencing`).',
      {
        owner: true,
        storedOnly: true,
      },
    ),
    callBack: toggle(true, 'Attendees are called back (`callBackTeleconferencing`).', {
      owner: true,
      storedOnly: true,
    }),
    internationalCallBack: toggle(true, 'They are called back abroad too (`intlCallBackTeleconferencing`).', {
      owner: true,
      storedOnly: true,
    }),
    internetPhone: toggle(true, 'Attendees speak over the Internet.', { owner: true, storedOnly: true }),
    otherTeleconference: toggle(
      true,
      'Hosts may name a conference service of their own (`supportOtherTypeTeleconf`).',
      { owner: true, storedOnly: true },
    ),
    audioOnly: toggle(true, 'Hosts may schedule audio-only conferences.', { owner: true }),
    defaultTelephonySupport: word(
      TELEPHONY_KINDS,
      'CALLIN',
      'The audio of a session that says nothing of it (`defaults/teleconference/telephonySupport`). Without a number to call, CALLIN is NONE.',
    ),
    numPhoneLines: count(50, 'Lines of a session that says nothing of them (`defaultPhoneLines`).', {
      owner: true,
    }),
    tollNumber: text('', 'The toll number to call in at.'),
    tollFreeNumber: text('', 'The toll-free number to call in at.'),
    backupTollNumber: text('', 'The toll number to call in at when the first one does not answer.'),
    tollLabel: text('Call-in toll number (US/Canada)', 'What people read before the toll number.'),
    tollFreeLabel: text(
      'Call-in toll-free number (US/Canada)',
      'What people read before the toll-free number.',
    ),
    globalCallInNumbers: json<readonly GlobalCallInNumber[]>(
      [],
      'Numbers of other countries: `[{"countryAlias": "Germany", "phoneNumber": "+49 69 1", "tollFree": false, "default": false}]`.',
      [{ fields: { countryAlias: 'text', phoneNumber: 'text', tollFree: 'switch', default: 'switch' } }],
    ),
    globalCallInNumbersURL: text('', 'A page with the numbers of other countries, in place of our own.'),
    tollFreeRestrictionsURL: text('', 'A page that says from where the toll-free number cannot be called.'),
    mpAudio: toggle(false, 'Sessions are held on a bridge of your own (`isMPAudio`).', { owner: true }),
    mpAudioNumbers: json<readonly MpAudio[]>(
      [],
      'The numbers of that bridge: `[{"label": "Call-in number", "phoneNumber": "+1 408 1"}]`.',
      [{ fields: { label: 'text', phoneNumber: 'text' } }],
      { owner: true, storedOnly: true },
    ),
    participantAccessCodeLabel: text('Attendee access code', "What people read before the attendees' code."),
    subscriberAccessCodeLabel: text('Host access code', "What people read before the host's code."),
    publicName: text('Call-in User', 'What a caller is called whose number is withheld.'),
    ...storedOnly({
      attendeeIDLabel: text('Attendee ID', 'What people read before the attendee id.'),
      personalJoinBeforeHost: toggle(false, 'Personal conferences begin without their host.'),
      isTSPUsingTelephonyAPI: toggle(false, 'A telephony provider is connected.', { owner: true }),
      serviceName: text('Personal Conference No.', 'The name of the personal conference number.'),
      primaryAdaptorURL: text('', "The provider's first adaptor.", { owner: true }),
      secondaryAdaptorURL: text('', "The provider's second adaptor.", { owner: true }),
      majorCountryCode: text('1', 'The country code that numbers without one belong to.'),
      majorAreaCode: text('', 'The area code that numbers without one belong to.'),
      hybridTeleconference: toggle(true, 'Telephone and Internet are one conference.', { owner: true }),
      instantHelp: toggle(false, 'Callers may ask an operator.', { owner: true }),
      customerManage: toggle(false, 'The customer runs the bridge.', { owner: true }),
      maxCallersNumber: count(500, 'Callers of one conference.', { owner: true }),
      isSpecified: toggle(false, 'A conference has a fixed number of lines.', { owner: true }),
      isContinue: toggle(false, 'A conference goes on without its host.', { owner: true }),
      multiMediaPlatform: toggle(true, 'Video and voice run on the multimedia platform.', { owner: true }),
      broadcastAudioStream: toggle(true, 'Audio is broadcast to those who only listen.', { owner: true }),
      persistentTSP: toggle(false, "The provider's conference stays open between sessions.", { owner: true }),
      mpAudioConferencing: word(MP_AUDIO, 'WithoutIntegration', 'How a bridge of your own is connected.', {
        owner: true,
      }),
      otherTeleServiceName: text('Other teleconference service', 'The name of another conference service.'),
      supportAdapterlessTSP: toggle(false, 'A provider without an adaptor is connected.', { owner: true }),
      displayAttendeeID: toggle(false, 'Attendees see the id that they give on the telephone.'),
      provisionTeleAccount: toggle(true, 'New accounts get a telephony account.', { owner: true }),
      choosePCN: toggle(false, 'Hosts choose between personal and ordinary conferences.', { owner: true }),
      configTollAndTollFreeNum: toggle(false, 'Site administrators set the call-in numbers.', {
        owner: true,
      }),
      configPrimaryTS: toggle(false, 'Site administrators choose the first bridge.', { owner: true }),
      teleCLIAuthEnabled: toggle(false, 'A caller is known by their number.'),
      teleCLIPINEnabled: toggle(false, 'A caller who is known by their number gives a PIN.'),
    }),
  },
};

/** The audio of a session that says nothing of it: clients break on a session with call-in and no number. */
export function usualTelephonySupport({
  defaultTelephonySupport,
  tollNumber,
  tollFreeNumber,
  mpAudio,
}: ValuesOf<typeof TELEPHONY_SETTINGS>['telephony']): (typeof TELEPHONY_KINDS)[number] {
  const hasNumbers = tollNumber !== '' || tollFreeNumber !== '' || mpAudio;
  return defaultTelephonySupport === 'CALLIN' && !hasNumbers ? 'NONE' : defaultTelephonySupport;
}
