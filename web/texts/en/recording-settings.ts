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
    transcript: 'Transcript',
    noTranscript:
      'Nobody has written down yet what is said. Captions are shown with the recording once it is there.',
    kept: (cues: number, source: 'HOST' | 'PROGRAM', language: string | undefined): string => {
      const passages = cues === 1 ? 'One passage' : `${cues} passages`;
      const of = source === 'HOST' ? 'uploaded or corrected by people' : 'written down by a program';
      return `${passages}, ${of}${language === undefined ? '' : `, in ${language}`}.`;
    },
    awaited: {
      WAITING: 'A program is writing down what is said. It is there in a while.',
      FAILED: 'The program could not write down what is said. You can upload captions yourself.',
    },
    fetchVtt: 'Download captions (VTT)',
    fetchTxt: 'Download text',
    bring: 'Captions of the recording',
    replaceWith: 'Other captions in their place',
    bringHint: 'A WebVTT or SRT file of up to 4 MB. Names of speakers are kept, styles are not.',
    upload: 'Upload captions',
    replace: 'Replace captions',
    removeTranscript: 'Remove the transcript',
    unreadable: (rule: string, line: number | undefined): string =>
      line === undefined
        ? `The file could not be read: ${rule}. Nothing was changed.`
        : `The file could not be read, line ${line}: ${rule}. Nothing was changed.`,
    rules: {
      large: 'it has more than 4 MB',
      nothing: 'there is nothing in it that is said',
      notimes: 'a line with times was expected, such as 00:00:01.000 --> 00:00:02.500',
      time: 'a time cannot be read',
      late: 'a time is beyond 100 hours',
      backwards: 'a passage ends before it begins',
      long: 'a passage has more than 5,000 characters',
      many: 'there are more than 20,000 passages',
    },
    back: 'Back to the recordings',
  },
});
