/** The texts of what a session is, when, and with whom. */
import { about, capital, short } from './words.ts';

/** `20 minutes`, `1 hour`. */
function span(minutes: number): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

export const texts = about((words) => ({
  session: {
    number: `${capital(short(words))} number`,
    host: 'Host',
    when: 'When',
    agenda: 'Agenda',
    inProgress: 'In progress',
    isLocked: 'Locked',
    isRecorded: 'Recording',
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
    tests: 'Tests',
    pending: (count: number): string => (count === 1 ? '1 waits for you' : `${count} wait for you`),
    hostSignIn: 'Are you the host? Sign in to start',
    noWay: `This ${words.noun} cannot be joined now.`,
  },
}));
