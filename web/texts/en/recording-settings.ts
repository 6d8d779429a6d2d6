/** The texts of the settings of a recording. */

export const texts = () => ({
  recordingSettings: {
    heading: 'Settings of the recording',
    name: 'Name',
    about: 'Description',
    link: 'Link to watch it',
    password: 'Password',
    passwordHint: 'Up to 16 characters. Whoever has the link is asked for it. Empty: no password.',
    access: 'Whoever has the link',
    view: 'can watch it',
    fetch: 'can download it',
    register: 'registers with name and e-mail address first',
    more: 'More',
    end: 'Address that browsers go to at its end',
    save: 'Save',
    back: 'Back to the recordings',
  },
});
