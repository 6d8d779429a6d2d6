/** The texts of recordings that are watched and fetched, and of what stands in front of them. */
export const playbackTexts = {
  heading: 'Recording',
  download: 'Download',
  manage: 'Your recordings',
  unplayable: {
    unfinished: 'The recording is being made ready. Come back in a while.',
    failed: 'This recording could not be kept.',
    format:
      'No browser plays a recording of this kind. Download it to watch it with the program it is made for.',
  },

  passwordHeading: 'This recording has a password',
  passwordLead: 'Whoever sent you the link knows it.',
  password: 'Password of the recording',
  view: 'Watch the recording',
  fetch: 'Download the recording',

  registrationHeading: 'Tell who you are to see this recording',
  registrationLead: 'The host of the recording is told what you enter here.',

  closed: {
    view: { heading: 'This recording is not open to you', lead: 'Its host lets nobody else watch it.' },
    download: {
      heading: 'This recording is not to be downloaded',
      lead: 'Its host lets nobody else download it.',
    },
  },
  hostSignIn: 'Sign in as its host',
};
