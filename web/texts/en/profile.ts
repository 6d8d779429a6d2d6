/** The texts of somebody’s profile, and of where they are signed in. */

export const texts = () => ({
  profile: {
    heading: 'Profile',
    userName: 'User name',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail address',
    emailHint: 'A new address counts for invitations when you have confirmed it by mail.',
    unconfirmed: 'This address is not confirmed yet.',
    confirm: 'Confirm it',
    zone: 'Time zone',
    phone: 'Telephone',
    mobile: 'Mobile phone',
    company: 'Company',
    title: 'Job title',
    save: 'Save',
    saved: 'Your profile is saved.',
    keptElsewhere: 'Your organisation keeps these accounts in another system. Change your profile there.',
    changePassword: 'Change password',
    seeDevices: 'See where you are signed in',
    picture: {
      heading: 'Picture',
      file: 'Another picture',
      hint: 'PNG, JPEG or WebP, at most 2 MB. The middle of it is shown, in meetings and beside your name. What a camera has written into it is taken out.',
      put: 'Save picture',
      remove: 'Remove picture',
      done: { saved: 'Your picture is saved.', removed: 'Your picture is removed.' },
      /** Beside those that every page knows. */
      problems: new Map([
        ['NoFile', 'Choose a file first.'],
        ['TooLarge', 'The picture is larger than 2 MB.'],
        [
          'PictureRefused',
          'This is no PNG, JPEG or WebP picture from 32 to 4096 dots wide and high, or it is broken.',
        ],
      ]),
    },
  },
  devices: {
    heading: 'Signed-in devices',
    lead: 'Browsers in which you are signed in to this site. Sign out what you do not know, then change your password.',
    name: (browser: string, system: string | undefined): string =>
      system === undefined ? browser : `${browser} on ${system}`,
    unknown: 'Unknown browser',
    isThis: 'This device',
    signedIn: (when: string): string => `Signed in ${when}`,
    seen: (last: string, when: string): string => `Last seen ${last}, signed in ${when}`,
    bySingleSignOn: 'by single sign-on',
    end: 'Sign out',
    endName: (name: string): string => `Sign out ${name}`,
    endOthers: 'Sign out all others',
    onlyThis: 'You are signed in nowhere else.',
    done: { ended: 'The device is signed out.', others: 'All other devices are signed out.' },
    back: 'Back to your profile',
  },
});
