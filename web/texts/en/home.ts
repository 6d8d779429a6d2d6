/** The texts of the start page of whoever is signed in. */

export const texts = () => ({
  home: {
    heading: (name: string): string => `Hello ${name}`,
    signedInAs: 'You are signed in as',
    meetNow: 'Start a meeting now',
    yourSessions: 'Your meetings',
    none: 'Nothing is planned.',
    noneHint: 'Meetings that you host or are invited to show up here.',
    more: 'There are more meetings than these.',
    host: 'Host',
    recordings: 'Recordings',
    personalRoom: 'Your personal room',
    personalRoomLead: 'Always the same address, always yours. Send it to whomever you want to meet.',
    open: 'Open the room',
    console: 'Administer the site',
  },
});
