/** The texts that any page may show. */

export const texts = () => ({
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
  help: 'Help',
  privacy: 'Privacy',
  copy: 'Copy link',
  copied: 'Copied',
  back: 'Back',

  /** The way between the pages of somebody who is signed in. */
  hostNav: {
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
  },

  /** The menu of whoever is signed in. */
  menu: {
    items: {
      profile: 'Profile',
      password: 'Change password',
      devices: 'Signed-in devices',
      tokens: 'Tokens and apps',
    },
  },
  appearance: {
    label: 'Language and colours',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
  },
  /** Of this catalogue. */
  lang: 'en',
});
