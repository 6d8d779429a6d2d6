/** What goes wrong, in plain words: for every word of the URL API. */
import { about, short, type Words } from './words.ts';

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
    [
      'NoSuchSite',
      'There is no site at this address. Look at the link again, or type the name of your site below.',
    ],
    ['NotFound', 'The address may be incomplete, or the site may be closed.'],
    ['TooLarge', 'The request is too large, or not well formed.'],
    [
      'UnknownIntegration',
      'The app that sent you here is not known on this site. Nobody was told anything. Ask whoever runs the app.',
    ],
    [
      'ForeignRedirect',
      'The app that sent you here wants the answer sent to an address that is not registered for it. Nothing was sent. Ask whoever runs the app.',
    ],
    ['TokenNameMissing', 'Say what the token is for.'],
    ['TokenScopeMissing', 'Choose what the token may be used for.'],
    ['Unknown', 'This did not work. Try again later.'],
  ]);

export const texts = about((words) => {
  const sentences = problems(words);
  return {
    /** @returns a general sentence for a word that is not in the catalogue */
    problem: (word: string): string => sentences.get(word) ?? 'This did not work.',
  };
});
