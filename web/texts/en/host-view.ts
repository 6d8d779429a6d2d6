/** The texts of what those who manage a session see on its page. */
import { about, capital, short } from './words.ts';

export const texts = about((words) => ({
  hostView: {
    tracking: 'Tracking codes',
    trackingCode: (index: number): string => `Tracking code ${index}`,
    invitation: 'Invitation',
    password: 'Password',
    copy: 'Copy invitation',
    copied: 'Copied',
    people: (count: number): string => (count === 0 ? 'People' : `People (${count})`),
    nobody: 'Nobody is invited by name. Send the invitation to whomever you want to meet.',
    states: { invited: 'Invited', accepted: 'Accepted', pending: 'Waits', rejected: 'Rejected' },
    roles: { presenter: 'Presenter', panelist: 'Panelist', cohost: 'Alternate host' },
    days: 'Next days of the series',
    moved: 'Moved',
    changed: 'Changed',
    dropped: 'Cancelled',
    change: 'Change',
    changeDay: (day: string): string => `Change ${day}`,
    held: 'Who was there',
    heldOn: (day: string, minutes: number): string =>
      `${day}, ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`,
    nobodyThere: 'Nobody but the host',
    edit: 'Edit',
    editSeries: 'Edit the series',
    cancel: `Cancel the ${words.noun}`,
    cancelSeries: 'Cancel the whole series',
    cancelQuestion: 'Everybody who was invited is told, and the link works no more. This cannot be undone.',
    done: {
      SCHEDULED: `${capital(short(words))} scheduled. Copy the invitation below, or start it when it is time.`,
      CHANGED: 'Your changes are saved. Everybody who was invited is told.',
      MOVED: 'This day is moved. Everybody who was invited is told.',
      DROPPED: 'This day does not take place. Everybody who was invited is told.',
    },
  },
}));
