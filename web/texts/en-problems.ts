/** What goes wrong, in plain words: for every word of the URL API, and for every number of a single sign-on error. */
import { short, WORDS, type Words } from './en-words.ts';

export const problems = (words: Words) =>
  new Map([
    // Signing in
    ['BadWebExIDorPassword', 'The user name or the password is wrong.'],
    [
      'InvalidTicket',
      'This link has been used already or has expired. Go back to where you found it and open it again.',
    ],
    [
      'InvalidSessionTicket',
      'You were signed in for too long, or your sign-in is not valid here. Sign in again.',
    ],
    ['AccountLocked', 'The account is locked. Try again later, or ask your administrator.'],
    ['AccessDenied', 'This is not open to you. Sign in, or ask your administrator.'],
    ['AlreadyLogon', 'You are signed in already. Sign out first to sign in as somebody else.'],
    ['AutoLoginDisabled', 'This site does not let other systems sign people in. Ask your administrator.'],
    ['TooManyGuesses', 'There were too many wrong attempts. Wait a while, then try again.'],
    ['LoginRequired', `This ${words.noun} is for people with an account. Sign in to join it.`],

    // Accounts
    ['WebExIDConflict', 'Somebody has this user name already. Choose another one.'],
    ['EmailConflict', 'There is an account with this e-mail address already.'],
    ['PartnerIDError', 'The system that sent you here is not known to this site.'],
    ['PasswordNotAccepted', 'The new password does not follow the rules of this site.'],
    ['PasswordsDiffer', 'The new password is not the same twice.'],

    // Tests
    ['TestStarted', 'The test has started: it cannot be changed any more.'],
    ['TestNotOpen', 'The test is not open now.'],
    ['NoAttemptLeft', 'You have taken this test as often as you may.'],
    ['AttemptOver', 'This attempt is over. What you answered in time counts.'],

    // Recordings
    ['RecordingNotReady', 'The recording is being made ready. Try again in a while.'],
    ['WrongRecordingPassword', 'The password of the recording is wrong.'],

    // Scheduling and starting
    ['NoMeetingTypeSupport', 'This kind of session is not offered here.'],
    ['SiteDoNotSupportThisMeetingType', 'This site does not offer this kind of session.'],
    [
      'MeetingScheduleFail',
      `The ${words.noun} could not be scheduled. Check what you entered and try again.`,
    ],
    ['TeleConferenceLineReserveFail', `No telephone line could be kept for this ${words.noun}.`],
    ['TheDurationIsExceedTheMaxDuration', `The ${words.noun} is longer than this site allows.`],

    // Joining
    [
      'MeetingNotInProgress',
      `The ${words.noun} has not started yet, or is over. Try again when the host has started it.`,
    ],
    ['MeetingInProgress', `The ${words.noun} is in progress. This can be done when it is over.`],
    ['InvalidMeetingKey', `There is no ${words.noun} with this number. It may be over or cancelled.`],
    ['InvalidMeetingKeyOrPassword', `The ${short(words)} number or the ${short(words)} password is wrong.`],
    ['MeetingLocked', `The host has locked this ${words.noun}. Nobody else can join now.`],
    ['MeetingFull', `The ${words.noun} is full. Nobody else can join now.`],
    ['DonotSupportAPI', `This ${words.noun} cannot be joined by this link.`],

    // Registering
    [
      'RegistrationIDIsRequired',
      `This ${words.noun} needs ${words.article} ${words.registration}. ${words.register} first, then enter your registration ID.`,
    ],
    ['InvalidRegistrationID', `This registration ID is not valid for this ${words.noun}.`],
    ['RegistrationClosed', `${words.registrations} for this ${words.noun} are closed.`],
    ['RegistrationFull', `All places in this ${words.noun} are taken.`],
    [
      'InvalidRegistrationPassword',
      `${words.registrations} for this ${words.noun} are for those who know a password, and this is not it. Ask the host for it.`,
    ],
    [
      'AlreadyRegistered',
      'Somebody has registered with this e-mail address already. Look for the message in your mail.',
    ],

    // Recordings
    [
      'RecordingSpaceUsed',
      'No room is left for recordings. Delete some that are not needed any more, or ask whoever runs the site.',
    ],
    [
      'RecordingKindUnknown',
      'This is no recording that can be kept here. MP4, WebM, WMV, ARF, WARF and WRF can.',
    ],
    [
      'RecordingBroken',
      'The file did not arrive as it was sent: its size or its kind is another. Try again.',
    ],

    // What was sent
    ['InvalidEmailAddress', 'This is not an e-mail address.'],
    ['InvalidDataFormat', 'Something that you entered cannot be understood. Check it and try again.'],
    ['UnknownATCommand', 'The address asks for something that this page does not do.'],
    ['ForbiddenDestination', 'The link leads to a place that this site does not send people to.'],
    ['RateLimit', 'That was too much in a short time. Wait a minute, then try again.'],
    ['PostRequired', 'This site does not take passwords in an address. Sign in with the form.'],
    [
      'CSRFRequired',
      'This page was open for too long, or you came from another site. Open it again, then try once more.',
    ],
    ['NotFound', 'The address may be incomplete, or the site may be closed.'],
    ['TooLarge', 'The request is too large, or not well formed.'],
    ['Unknown', 'This did not work. Try again later.'],
  ]);

/** Of a page that is about no session. */
export const PROBLEMS = problems(WORDS.meeting);

/** The single sign-on errors 1 to 32. */
export const SSO_ERRORS = new Map([
  [1, 'The sign-in message does not follow the protocol.'],
  [2, 'The sign-in message does not say who you are.'],
  [3, 'You have no account on this site.'],
  [4, 'The site has no certificate of your identity provider.'],
  [5, 'The sign-in message has to be posted.'],
  [6, 'The posted sign-in message is damaged.'],
  [7, 'Single sign-on is not switched on for this site.'],
  [8, 'The certificate in the sign-in message is not the one that this site knows.'],
  [9, 'The single sign-on settings of this site cannot be read.'],
  [10, 'The sign-in message was made for another site.'],
  [11, 'Your identity provider cannot be reached.'],
  [12, 'Your identity provider did not hand over the sign-in message.'],
  [13, 'The sign-in message is not valid.'],
  [14, 'The sign-in message is meant for somebody else.'],
  [15, 'The certificate of your identity provider has expired.'],
  [16, 'Your account is locked.'],
  [17, 'Your account has expired.'],
  [18, 'Your account is switched off.'],
  [19, 'The sign-in message has expired, or is not valid yet.'],
  [20, 'The sign-in message is not signed.'],
  [21, 'Your role does not let you use this site.'],
  [22, 'The security token that was sent is not valid.'],
  [23, 'The signature of the sign-in message is wrong.'],
  [24, 'The sign-in message comes from an identity provider that this site does not trust.'],
  [25, 'The sign-in message names you in a form that this site does not take.'],
  [26, 'The request to your identity provider could not be made.'],
  [27, 'The request to sign you out could not be made.'],
  [28, 'The sign-in message does not answer what this site asked.'],
  [29, 'The answer of your identity provider is not valid.'],
  [30, 'The request of your identity provider is not valid.'],
  [31, 'Your account could not be created.'],
  [32, 'Your account could not be updated.'],
]);
