/** Every text of the pages in English: those about a session by the words for its kind. */
import { problems, SSO_ERRORS } from './en-problems.ts';
import { WISHES } from './en-wishes.ts';
import { capital, short, WORDS, type Words } from './en-words.ts';

const REGISTRATION_LABELS = new Map([
  ['phone', 'Telephone'],
  ['company', 'Company'],
  ['title', 'Job title'],
  ['numEmployees', 'Number of employees'],
  ['futureInfo', 'Tell me about future events'],
  ['address1', 'Address'],
  ['address2', 'Address, second line'],
  ['city', 'City'],
  ['state', 'State or province'],
  ['zip', 'Postal code'],
  ['postalCode', 'Postal code'],
  ['country', 'Country or region'],
  ['question', 'Question'],
]);

/** `20 minutes`, `1 hour`. */
function span(minutes: number): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function sentenceFrom(sentences: ReadonlyMap<string, string>): (word: string) => string {
  return (word) => sentences.get(word) ?? 'This did not work.';
}

export const english = (words: Words) => ({
  product: 'Parlance',
  skip: 'Skip to the content',
  account: 'Your account',
  signOut: 'Sign out',
  signIn: 'Sign in',
  oneMoment: 'One moment…',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  required: 'required',
  optional: 'optional',
  copy: 'Copy link',
  copied: 'Copied',
  back: 'Back',

  /** @returns a general sentence for a word that is not in the catalogue */
  problem: sentenceFrom(problems(words)),

  ssoError: (number: number): string | undefined => SSO_ERRORS.get(number),

  welcome: {
    heading: 'Which site do you meet on?',
    lead: 'Your site has a name of its own. It stands in the links that you were sent.',
    siteName: 'Name of the site',
    example: 'acme',
    submit: 'Go to the site',
  },

  signInPage: {
    lead: 'Welcome back. Sign in to start and schedule meetings.',
    userName: 'User name',
    password: 'Password',
    forgot: 'Forgot your password?',
    identityProvider: 'Sign in with your organisation',
    or: 'or',
    signedOut: 'You are signed out.',
    passwordChanged: 'Your password is changed. Sign in with the new one.',
    noWay: 'Nobody can sign in here by a form. Use the link that you were sent.',
  },

  home: {
    heading: (name: string): string => `Hello ${name}`,
    signedInAs: 'You are signed in as',
    meetNow: 'Start a meeting now',
    yourSessions: 'Your meetings',
    none: 'Nothing is planned.',
    noneHint: 'Meetings that you host or are invited to show up here.',
    more: 'There are more meetings than these.',
    host: 'Host',
    personalRoom: 'Your personal room',
    personalRoomLead: 'Always the same address, always yours. Send it to whomever you want to meet.',
    open: 'Open the room',
    console: 'Administer the site',
  },
  overview: {
    heading: (siteName: string): string => `Sessions of ${siteName}`,
    running: 'Running now',
    next: 'Next',
    noneRunning: 'No session is running.',
    none: 'Nothing is planned.',
    noneHint: 'Sessions that hosts schedule on this site show up here.',
    more: 'There are more sessions than these.',
    queues: 'Support queues',
    home: 'Back to your own page',
  },
  queues: {
    heading: 'Support queues',
    lead: 'Your user management assigns the agents and managers of support to these queues, by AssignWebACDQueues. The site keeps who serves which one; it hands out no requests by itself.',
    all: 'Queues of this site',
    none: 'There is no queue yet.',
    noneHint: 'Make the first one here.',
    people: (count: number): string =>
      count === 0 ? 'Nobody serves it' : count === 1 ? 'One person serves it' : `${count} people serve it`,
    remove: 'Remove',
    removeName: (name: string): string => `Remove ${name}`,
    make: 'Make a queue',
    name: 'Name',
    problems: {
      name: 'The name needs a visible character, and 128 characters at most.',
      taken: 'There is a queue of that name already.',
      full: 'The site has as many queues as it may have. Remove one first.',
    },
    back: 'Back to the sessions',
  },

  password: {
    change: 'Choose a new password',
    mustChange: 'Your password must be changed before you can go on.',
    reset: 'Choose a new password',
    resetLead: 'After this you can sign in with it.',
    userName: 'User name',
    old: 'Old password',
    new: 'New password',
    again: 'New password again',
    submit: 'Change password',
    rule: (rule: string): string => `The new password ${rule}.`,
    wrongOld: 'The user name or the old password is wrong, or the account may not be used.',
  },

  forgot: {
    heading: 'Forgot your password?',
    lead: 'Tell us who you are, and we send you a link to choose a new one.',
    WID: 'User name or e-mail address',
    submit: 'Send the link',
    deadLink: 'This link has been used already or has expired. Ask for a new one.',
    noMail: 'This site cannot send mail. Ask its administrator for a new password.',
    sentHeading: 'Check your email',
    sent: 'If there is such an account, a message with a link is on its way to its address. The link works for a short time, and once.',
  },

  confirmEmail: {
    ask: 'Confirm your e-mail address',
    askLead: 'Invitations to this address will then be shown to your account.',
    askSubmit: 'Confirm',
    done: 'Your e-mail address is confirmed',
    doneLead: 'Invitations to this address are shown to your account.',
    dead: 'This link works no more',
    deadLead: 'It has been used or has expired, or the address has been changed since.',
    again: 'Your e-mail address is not confirmed',
    againLead: 'We can send a link to it once more.',
    againSubmit: 'Send the link',
    sent: 'Check your email',
    sentLead: 'A message with a link is on its way to this address.',
  },

  signedUp: {
    heading: 'Your account is ready',
    waitsHeading: 'Your account waits for approval',
    lead: 'You can sign in now with this user name:',
    waits: 'An administrator has to let you in first. You will get a message. Your user name:',
  },

  session: {
    number: `${capital(short(words))} number`,
    host: 'Host',
    when: 'When',
    agenda: 'Agenda',
    inProgress: 'In progress',
    dates: 'Dates',
    description: 'About',
    panel: 'Panelists',
    speaker: `You are invited as a ${words.speaker}.`,
    states: {
      accepted: `You are ${words.registered}.`,
      pending: `Your ${words.registration} waits for approval.`,
      rejected: `Your ${words.registration} was not accepted.`,
    },
    closed: {
      closed: `${words.registrations} are closed.`,
      full: `No more ${words.registrations.toLowerCase()}: all places are taken.`,
    },
    opens: (minutes: number): string =>
      minutes === 0
        ? 'You can join when the host has started.'
        : `You can join ${span(minutes)} before the start.`,
    image: (name: string): string => `Picture of ${name}`,
    yourTime: (zone: string): string => `Your time, ${zone}`,
    calendar: 'Add to calendar',
    callIn: 'Call in by telephone',
    join: `Join ${short(words)}`,
    start: `Start ${short(words)}`,
    register: words.register,
    registrants: words.registrations,
    pending: (count: number): string => (count === 1 ? '1 waits for you' : `${count} wait for you`),
    hostSignIn: 'Are you the host? Sign in to start',
    noWay: `This ${words.noun} cannot be joined now.`,
  },

  join: {
    heading: `Join ${short(words)}`,
    name: 'Your name',
    email: 'E-mail address',
    password: `${capital(short(words))} password`,
    panelPassword: 'Panelist password',
    registrationID: 'Registration ID',
    submit: 'Join',
    signIn: 'I have an account: sign in',
    accountRequired: `This ${words.noun} is for people with an account on this site.`,
    register: `Not ${words.registered} yet? ${words.register}`,
  },

  register: {
    heading: words.register,
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail address',
    password: 'Password that the host has given you',
    needsApproval: 'The host decides who takes part. You get a message when you are accepted.',
    submit: words.register,
    label: (word: string): string => REGISTRATION_LABELS.get(word) ?? word,
  },

  registered: {
    accepted: `You are ${words.registered}`,
    acceptedLead: 'Keep your registration ID. You need it to join.',
    pending: `Your ${words.registration} waits for approval`,
    pendingLead: 'The host decides who takes part. You get a message when you are accepted.',
    rejected: `Your ${words.registration} was not accepted`,
    rejectedLead: 'The host has not accepted it. Ask the host if you think that this is a mistake.',
    registrationID: 'Registration ID',
    join: `Go to the ${words.noun}`,
  },

  registrants: {
    heading: words.registrations,
    none: `Nobody has ${words.registered} yet.`,
    accept: 'Accept',
    reject: 'Reject',
    acceptName: (name: string): string => `Accept ${name}`,
    rejectName: (name: string): string => `Reject ${name}`,
    back: `Back to the ${words.noun}`,
    states: { accepted: 'Accepted', pending: 'Waits', rejected: 'Rejected' },
  },

  room: {
    of: (name: string): string => `Personal room of ${name}`,
    number: 'Meeting number',
    isOpen: 'The meeting is in progress',
    isLocked: 'The room is locked',
    isClosed: 'Nobody is there yet',
    join: 'Enter the room',
    start: 'Start a meeting',
    hostSignIn: 'Is this your room? Sign in to start',
  },

  waiting: {
    start: 'The host has not started yet',
    startLead: `You go in by yourself as soon as the ${words.noun} begins. Keep this page open.`,
    admission: 'The host knows that you are here',
    admissionLead: 'You go in by yourself as soon as you are let in. Keep this page open.',
    open: 'You are a little early',
    openLead: `You go in by yourself as soon as the ${words.noun} opens. Keep this page open.`,
    tryNow: 'Try now',
    leave: 'Leave',
    lost: 'The connection is lost. Trying again…',
  },

  live: {
    participants: 'Participants',
    waiting: 'Waiting to be let in',
    you: 'You',
    host: 'Host',
    locked: 'Locked',
    since: (time: string): string => `In progress since ${time}`,
    leave: `Leave ${short(words)}`,
    end: 'End for all',
    endQuestion: `End the ${words.noun} for everybody?`,
    endNo: 'No, go on',
    endYes: 'Yes, end it',
    lock: 'Lock',
    unlock: 'Unlock',
    admit: 'Let in',
    refuse: 'Refuse',
    admitName: (name: string): string => `Let in ${name}`,
    refuseName: (name: string): string => `Refuse ${name}`,
    expel: 'Remove',
    expelName: (name: string): string => `Remove ${name}`,
    invite: 'Invite others',
    inviteLead: 'Whoever has this link can join.',
    joined: (name: string): string => `${name} has joined.`,
    left: (name: string): string => `${name} has left.`,
    waits: (name: string): string => `${name} waits to be let in.`,
    isLocked: `The ${words.noun} is locked.`,
    isUnlocked: `The ${words.noun} is open again.`,
    controls: `Controls of the ${words.noun}`,
    lost: 'The connection is lost. Trying again…',
    people: (count: number): string => (count === 1 ? '1 person is here' : `${count} people are here`),
  },

  ended: {
    ended: `The ${words.noun} has ended`,
    endedLead: 'Thank you for taking part.',
    left: `You have left the ${words.noun}`,
    leftLead: 'The others may go on without you.',
    expelled: `You are not in the ${words.noun} any more`,
    expelledLead: 'The host has asked you to leave.',
    elsewhere: `You are not in the ${words.noun} here any more`,
    elsewhereLead: 'You have come in from another device or another browser, or were away for long.',
    refused: 'You were not let in',
    refusedLead: 'The host has decided so. Ask the host if you think that this is a mistake.',
    again: 'Join again',
  },

  leaving: {
    heading: 'You are leaving the meeting site',
    lead: 'You are being sent to',
    warning: 'Go on only if you know this place.',
    go: (host: string): string => `Go on to ${host}`,
    whole: 'The whole address',
    administrators: 'Administrators: with this origin in urlAPI.backURLs of the site, nobody is asked.',
  },

  confirm: {
    heading: 'Do you want this?',
    lead: 'Another page has sent you here to do this as you:',
    wish: (command: string): string => WISHES.get(command) ?? command,
    warning: 'If you did not ask for it, stay here: nothing has been done.',
    go: 'Do it',
    stay: 'Do nothing',
  },

  callIn: {
    heading: 'Call in by telephone',
    labels: { toll: 'Call-in number', tollFree: 'Toll-free number', other: 'Telephone number' },
    accessCode: 'Access code',
    none: 'This site has no telephone numbers.',
    how: 'Call one of these numbers, then enter the access code.',
  },

  error: {
    headings: {
      notFound: 'There is no such page',
      notUnderstood: 'The request could not be read',
      denied: 'This is not open to you',
      wait: 'Not so fast',
      fault: 'Something went wrong',
      other: 'This did not work',
      sso: 'You could not be signed in',
    },
    fault: 'Try again. If it happens again, tell your administrator this number:',
    tellSso: 'If it happens again, tell your administrator this number:',
    ssoNumber: (number: number): string => `Single sign-on error ${number}`,
    id: 'Number of the request',
  },
});

export const en = english(WORDS.meeting);
