/** The texts of the start page of whoever is signed in. */

export const texts = () => ({
  home: {
    heading: (name: string): string => `Hello ${name}`,
    meetNow: 'Start now',
    schedule: 'Schedule a meeting',
    number: 'Meeting number',
    join: 'Join',
    yourSessions: 'Your meetings',
    host: 'Host',
    none: 'Nothing is planned.',
    noneHint: 'Meetings that you are invited to show up here.',
    noneHintHost: 'Meetings that you schedule or are invited to show up here.',
    scheduleFirst: 'Schedule a meeting',
    all: 'All your meetings',
    personalRoom: 'Your personal room',
    personalRoomLead: 'Always the same address, always yours. Send it to whomever you want to meet.',
    open: 'Open the room',
    console: 'Administer the site',
  },
});
