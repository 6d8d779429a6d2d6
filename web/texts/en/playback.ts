/** The texts of recordings that are watched and fetched, and of what stands in front of them. */

export const texts = () => ({
  playback: {
    heading: 'Recording',
    captions: 'Captions',
    player: (name: string): string => `Recording: ${name}`,
    duration: (seconds: number): string => {
      const minutes = Math.round(seconds / 60);
      if (minutes < 1) return `${Math.round(seconds)} s`;
      return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    },
    chapters: 'What happened when',
    chapter: {
      segment: (title: string): string => title || 'A part begins',
      joined: (title: string): string => `${title} joined`,
      left: (title: string): string => `${title} left`,
      share: (title: string): string =>
        title === '' ? 'A screen is shared' : `${title} shared their screen`,
      chat: (title: string): string => title,
    },
    transcript: 'Transcript',
    searchTranscript: 'Search what is said',
    foundInTranscript: (count: number): string =>
      count === 0 ? 'Nobody says that.' : count === 1 ? 'One place' : `${count} places`,
    transcriptComes: 'The transcript is being fetched…',
    transcriptFailed: 'The transcript could not be fetched. Load the page again.',
    transcriptText: 'Download as text',
    transcriptCaptions: 'Download as captions (VTT)',
    download: 'Download',
    downloadOf: (size: string): string => `Download (${size})`,
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
  },
});
