/** The texts of the pages by which hosts look after their recordings. */

/** Why nothing could be made of a recording, or why it stayed as it came. */
const WHYS = new Map([
  ['empty', 'Nothing was recorded.'],
  ['unreadable', 'The file is damaged: nobody can read it.'],
  ['partly', 'Some of it could not be put in. What was recorded is kept beside it.'],
  ['unconverted', 'It is kept as it came: no MP4 could be made of it.'],
  ['noFfmpeg', 'It is kept as it came: this server has no ffmpeg to make an MP4 of it.'],
  ['large', 'It is kept as it came: it is too long to be made anew.'],
  ['full', 'It waits until there is room on the disk.'],
]);

export const texts = () => ({
  recordings: {
    heading: 'Recordings',
    views: 'Whose recordings',
    shelves: 'Kept or deleted',
    pages: 'Pages',
    kept: 'Kept',
    bin: 'Bin',
    own: 'Yours',
    site: 'Of the site',

    searchLabel: 'Search by name',
    search: 'Search',
    orderLabel: 'Order',
    orders: { newest: 'Newest first', name: 'By name', longest: 'Longest first', largest: 'Largest first' },
    all: 'Show all',
    before: 'Previous page',
    after: 'Next page',
    count: (count: number): string => (count === 1 ? '1 recording' : `${count} recordings`),

    none: 'No recordings yet',
    noneHint: 'Record a meeting from its room under “More”, or upload a file here.',
    noneOfSite: 'Nobody has recorded anything on this site yet.',
    noneFound: (name: string): string => `No recording is called “${name}”`,
    binEmpty: 'The bin is empty',
    binHint: (days: number): string =>
      `What is deleted stays here for ${days} days, and can be restored until then.`,

    play: (name: string): string => `Watch ${name}`,
    copy: 'Copy link',
    copyName: (name: string): string => `Copy the link of ${name}`,
    copied: 'Link copied',
    settings: 'Settings',
    settingsName: (name: string): string => `Settings of ${name}`,
    download: 'Download',
    downloadName: (name: string): string => `Download ${name}`,
    remove: 'Delete',
    removeName: (name: string): string => `Delete ${name}`,
    restore: 'Restore',
    restoreName: (name: string): string => `Restore ${name}`,
    erase: 'Delete for good',
    eraseName: (name: string): string => `Delete ${name} for good`,
    eraseHeading: 'Delete this recording for good?',
    eraseLead: (name: string): string => `“${name}” cannot be restored after that.`,
    cancel: 'Cancel',
    daysLeft: (days: number): string =>
      days === 0
        ? 'Goes within hours'
        : days === 1
          ? '1 day until it is deleted for good'
          : `${days} days until it is deleted for good`,

    states: {
      RECORDING: 'Recording now',
      PROCESSING: 'Being made ready',
      READY: 'Ready',
      FAILED: 'Nothing could be kept',
    },
    hasPassword: 'Password',
    isClosed: 'Only you can watch',

    done: {
      deleted: (name: string): string => `“${name}” is in the bin.`,
      restored: (name: string): string => `“${name}” is back.`,
      erased: (_name: string): string => 'The recording is deleted for good.',
      saved: (name: string): string => `The settings of “${name}” are saved.`,
      brought: (name: string): string => `“${name}” has arrived.`,
    },
    undo: 'Undo',

    space: (used: string, most: string | undefined): string =>
      most === undefined ? `${used} used` : `${used} of ${most} used`,
    spaceLabel: 'Space that recordings of the site take up',

    upload: {
      heading: 'Upload a recording',
      file: 'Recording file',
      submit: 'Upload',
      kinds: 'MP4 and WebM can be watched here. ARF, WRF and WMV are kept for download.',
    },

    /** Beside those that every page knows. */
    problems: new Map([
      ['NoFile', 'Choose a file first.'],
      ['NoRoom', 'This file is larger than the room that is left for recordings.'],
      ['NoAnswer', 'The connection was lost, and nothing of the file is kept. Try again.'],
      ['RecordingSpaceUsed', 'No room is left for this recording. Delete some that are not needed any more.'],
      ['TooLarge', 'This file is larger than a recording may be.'],
      ['SignedOut', 'You are signed out. Sign in and try again.'],
    ]),

    whyItStayed: (problem: string): string => WHYS.get(problem) ?? 'It is kept as it came.',
  },
});
