/** The words of the way between the pages of somebody who is signed in. */
export const hostNavTexts = {
  label: 'Your pages',
  items: {
    home: 'Home',
    meetings: 'Meetings',
    schedule: 'Schedule',
    recordings: 'Recordings',
    contacts: 'Contacts',
    room: 'Personal room',
    profile: 'Profile',
  },
};
