/** The texts of the page on which sessions are scheduled and changed. */
import type { PasswordRules } from '../../../src/browser/pages/schedule-page.ts';

export const texts = () => ({
  schedule: {
    heading: 'Schedule a meeting',
    changeHeading: 'Change the meeting',
    changesSeries:
      'This changes all of the series. To change one day alone, choose it on the page of the meeting.',
    submit: 'Schedule',
    save: 'Save changes',
    summary: 'In short',
    summaryNone: 'Say when, and it stands here in words.',

    signedOut: 'You have been signed out meanwhile. Nothing that you typed is lost.',
    signInAgain: 'Sign in again in another window, then press the button below.',
    signIn: 'Sign in in another window',
    gone: 'This meeting has been cancelled meanwhile. What you typed is still here: you can schedule it as a new one.',
    changedMeanwhile: (fields: readonly string[]): string =>
      fields.length === 0
        ? 'Somebody has saved the meeting meanwhile. Look at it again, then save.'
        : `Somebody has changed the meeting meanwhile. Your form differs from it in: ${fields.join(', ')}. Save to keep what you typed.`,
    wrong: (count: number): string =>
      count === 1 ? 'One thing has to be put right first.' : `${count} things have to be put right first.`,

    what: 'What',
    name: 'Title',
    service: 'Kind',
    services: { meeting: 'Meeting', training: 'Training session', event: 'Event' },
    agenda: 'Agenda',

    when: 'When',
    date: 'Day',
    time: 'Time',
    minutes: 'Length in minutes',
    zone: 'Time zone',
    repeat: 'Repeats',
    repeats: {
      NONE: 'Does not repeat',
      DAILY: 'Daily',
      WEEKDAYS: 'Every weekday',
      WEEKLY: 'Weekly, on days',
      MONTHLY: 'Monthly, by the day of the month',
      NTH: 'Monthly, by the day of the week',
      YEARLY: 'Yearly',
      ANYTIME: 'Open at any time',
      KEEP: 'As it is now',
    },
    every: {
      DAILY: 'Every … days',
      WEEKLY: 'Every … weeks',
      MONTHLY: 'Every … months',
      NTH: 'Every … months',
      YEARLY: 'Every … years',
    },
    everyPlain: 'Every … days, weeks, months or years',
    days: 'On these days',
    ends: 'Ends',
    end: { NEVER: 'Never', ON: 'On a day', AFTER: 'After a number of times' },
    until: 'Last day',
    times: 'How many times',

    who: 'Who',
    people: 'People',
    peopleHint: 'Addresses, one a line; a name may stand before: Ann Lee <ann@example.com>.',
    peopleAdd: 'Add somebody by name or address',
    add: 'Add',
    added: (name: string): string => `${name} is added.`,
    removed: (name: string): string => `${name} is removed.`,
    remove: (name: string): string => `Remove ${name}`,
    suggestions: 'Suggestions',
    cohosts: 'Alternate hosts',
    cohostsHint: 'They have an account here, and can start the meeting in your place.',
    speakers: 'Presenters',
    panelists: 'Panelists',
    speakersHint: 'They share and speak without being asked.',
    mail: 'Send them invitations by e-mail',
    more: 'Alternate hosts and presenters',

    access: 'How people get in',
    password: 'Password',
    passwordDrawn: 'Suggest another',
    passwordRules: (rules: PasswordRules): string => ruleWords(rules),
    lobby: 'People wait in the lobby until they are let in',
    early: 'Before the host comes, people may join',
    earlyChoices: (minutes: number): string =>
      minutes === 0
        ? 'Not at all'
        : minutes === 1
          ? '1 minute before the start'
          : `${minutes} minutes before the start`,
    registration: 'People register first',
    enrolment: 'People enrol for an event.',
    auto: 'Accept everybody who registers',
    autoHint: 'Otherwise you decide on each.',
    most: 'Places at most',
    mostHint: 'Leave it empty for as many as want to come.',
    account: 'Only for people with an account on this site',
    hidePassword: 'Leave the password out of invitations',

    audio: 'People hear each other by',
    audios: {
      COMPUTER: 'Computer',
      BOTH: 'Computer or telephone',
      PHONE: 'Telephone alone',
      KEEP: 'As it is now',
    },
    tone: 'When somebody comes or goes',
    tones: { '0': 'Silence', '1': 'A beep', '2': 'Their name' },

    tracking: 'Tracking codes',
    trackingChoose: 'Choose one',
    trackingNone: 'Not set',
    trackingLocked: 'Set by an administrator of the site.',
    optional: 'Optional',

    options: 'Options',
    listed: 'Who sees it in lists',
    lists: {
      UNLISTED: 'Nobody: only people with the link',
      PRIVATE: 'People with an account',
      PUBLIC: 'Everybody',
    },
    video: 'Cameras',
    share: 'Screen sharing',
    chat: 'Chat',
    record: 'Recording',
    hideList: 'Attendees do not see each other’s names',
    feedback: 'Ask people how it was',
    autoDelete: 'Delete the meeting when it is over',
    remind: 'Remind people',
    reminds: (minutes: number): string =>
      minutes === 0
        ? 'Not at all'
        : minutes % 1440 === 0
          ? `${minutes / 1440} ${minutes === 1440 ? 'day' : 'days'} before`
          : minutes % 60 === 0
            ? `${minutes / 60} ${minutes === 60 ? 'hour' : 'hours'} before`
            : `${minutes} minutes before`,
    type: 'Session type',
    host: 'Schedule it for another host',
    hostHint: 'Their user name. They must have permitted you, unless you administer the site.',

    cancel: 'Cancel the meeting',
    cancelSeries: 'Cancel the whole series',
    cancelQuestion: 'Everybody who was invited is told, and the link works no more. This cannot be undone.',
    cancelYes: 'Cancel the meeting',
    cancelYesSeries: 'Cancel the whole series',

    problems: (word: string, detail: string | undefined): string => PROBLEMS[word]?.(detail ?? '') ?? PROBLEM,
  },

  occurrence: {
    heading: 'Change one day of the series',
    lead: (name: string): string => `“${name}” is a series. Here you change this one day of it.`,
    now: 'Takes place',
    own: 'What you leave as it is goes with the series.',
    save: 'Save this day',
    drop: 'Cancel this one',
    dropQuestion: 'The others take place as planned. Everybody who was invited is told.',
    dropYes: 'Cancel this one',
    series: 'Change the whole series',
    back: 'Back to the meeting',
  },
});

const PROBLEM = 'This cannot be scheduled so. Check the form, and try again.';

const PROBLEMS: Readonly<Record<string, (detail: string) => string>> = {
  required: () => 'This must be filled in.',
  tooLong: (most) => `This has more than ${most} characters.`,
  date: () => 'This is not a day of the calendar.',
  time: () => 'This is not a time of day, such as 14:30.',
  past: () => 'This lies in the past.',
  minutes: () => 'This must be a number of minutes.',
  longest: (most) => `On this site a meeting lasts at most ${most} minutes.`,
  number: (range) => (range === '' ? 'This must be a number.' : `This must be a number: ${range}.`),
  choice: () => 'This cannot be chosen.',
  addresses: (list) =>
    list === '' ? 'One of these is not an e-mail address.' : `Not an e-mail address: ${list}`,
  untilEarly: () => 'The last day is before the first meeting.',
  passwordRule: () => 'The password does not keep the rules below.',
  passwordNeeded: () => 'On this site every meeting has a password.',
  noAccount: (email) => `${email} has no account on this site.`,
  noHost: () => 'There is no host of that user name.',
  notPermitted: () => 'This host has not permitted you to schedule for them.',
  tooMany: (most) => `A meeting has at most ${most} people.`,
  changedMeanwhile: () =>
    'The series has been changed meanwhile. What you typed is still here: look at it again, then save.',
  takenDay: () => 'Another meeting of the series is at this time.',
  lastOne: () => 'This is the last one of the series. Cancel the whole series instead.',
  MeetingInProgress: () => 'The meeting is in progress. It can be changed when it is over.',
  InvalidMeetingKey: () => 'The meeting has been cancelled meanwhile.',
  AccessDenied: () => 'You may not do this.',
};

function ruleWords({
  isRequired,
  minLength,
  mixedCase,
  minNumeric,
  minAlpha,
  minSpecial,
}: PasswordRules): string {
  const rules = [
    ...(minLength > 0 ? [`at least ${minLength} characters`] : []),
    ...(mixedCase ? ['upper and lower case'] : []),
    ...(minAlpha > 0 ? [`${minAlpha} letters`] : []),
    ...(minNumeric > 0 ? [`${minNumeric} digits`] : []),
    ...(minSpecial > 0 ? [`${minSpecial} other signs`] : []),
  ];
  const needed = isRequired
    ? 'Every meeting of this site has one.'
    : 'Without one, everybody with the link gets in.';
  return rules.length === 0 ? needed : `${needed} It has ${rules.join(', ')}.`;
}
