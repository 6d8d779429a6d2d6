/** The pages by which hosts look after their recordings. */
import type { Form } from '../../src/browser/pages/form.ts';
import type {
  RecordingSettingsPage,
  RecordingsPage,
  ShownRecording,
} from '../../src/browser/pages/recordings-page.ts';

const form = (fields: Readonly<Record<string, string>> = {}): Form => ({
  action: '/posted',
  fields: { FORM: 'a-token', ...fields },
});

const row = (id: string, more: Partial<ShownRecording>): ShownRecording => ({
  id,
  name: 'Quarterly review',
  month: 'March 2026',
  when: 'Wed, Mar 4, 10:30 AM',
  state: 'READY',
  duration: 3_540,
  bytes: 48_000_000,
  format: 'MP4',
  hasPassword: false,
  isClosed: false,
  play: '/acme/ldr.php?RCID=1',
  download: '/acme/lsr.php?RCID=1',
  share: 'https://meet.example/acme/ldr.php?RCID=0123456789abcdef0123456789abcdef',
  settings: '/acme/recordings.php?ID=1',
  remove: form({ DO: 'DELETE', ID: id }),
  ...more,
});

/** Nothing can be done with it yet. */
const unready = { play: undefined, download: undefined, share: undefined, duration: 0, bytes: 0 };

const list: RecordingsPage = {
  page: 'recordings',
  isBin: false,
  binDays: 30,
  views: { kept: '/acme/recordings.php', bin: '/acme/recordings.php?BIN=1' },
  search: { action: '/acme/recordings.php', fields: {}, order: 'newest' },
  recordings: [],
  total: 0,
  space: { used: 1_240_000_000, most: 20_000_000_000 },
  upload: form(),
};

/** @param picture the address of an image */
export function recordingsSamples(
  picture: string,
): Readonly<Record<string, RecordingsPage | RecordingSettingsPage>> {
  return {
    recordings: {
      ...list,
      done: { what: 'deleted', name: 'Weekly of the second team', undo: form({ DO: 'RESTORE' }) },
      recordings: [
        row('1', {
          ...unready,
          name: 'Stand-up',
          state: 'RECORDING',
          when: 'Thu, Mar 5, 9:00 AM',
          remove: undefined,
        }),
        row('2', { ...unready, name: 'Design review', state: 'PROCESSING', bytes: 310_000_000 }),
        row('3', { poster: picture, hasPassword: true }),
        row('4', {
          name: 'Überprüfung der vierteljährlichen Verkaufszahlenentwicklungsprognose für alle Länder und Regionen',
          format: 'WEBM',
          problem: 'noFfmpeg',
          duration: 47,
          month: 'February 2026',
          isClosed: true,
        }),
        row('5', { name: 'תרגול של הצוות', month: 'February 2026', format: 'ARF', duration: 0 }),
        row('6', {
          ...unready,
          name: 'Rehearsal',
          month: 'February 2026',
          state: 'FAILED',
          problem: 'empty',
        }),
      ],
      total: 56,
      after: '/acme/recordings.php?PG=2',
    },
    'recordings-none': list,
    'recordings-found': {
      ...list,
      search: { ...list.search, name: 'x'.repeat(60), order: 'largest' },
      space: { used: 19_800_000_000, most: 20_000_000_000 },
      problem: 'RecordingSpaceUsed',
    },
    'recordings-site': {
      ...list,
      upload: undefined,
      space: { used: 0 },
      views: { ...list.views, scope: { isSite: true, other: '/acme/recordings.php' } },
      recordings: [
        row('1', { hostName: 'Holly Host', month: undefined, poster: picture }),
        row('2', {
          hostName: 'Nguyễn Thị Minh Khai',
          month: undefined,
          settings: undefined,
          remove: undefined,
        }),
      ],
      total: 2,
    },
    'recordings-bin': {
      ...list,
      isBin: true,
      upload: undefined,
      recordings: [
        row('1', {
          ...unready,
          bytes: 48_000_000,
          poster: picture,
          settings: undefined,
          remove: undefined,
          restore: form({ DO: 'RESTORE' }),
          erase: form({ DO: 'ERASE' }),
          daysLeft: 12,
        }),
        row('2', {
          ...unready,
          name: 'Überprüfung der vierteljährlichen Verkaufszahlenentwicklungsprognose',
          settings: undefined,
          remove: undefined,
          restore: form({ DO: 'RESTORE' }),
          erase: form({ DO: 'ERASE' }),
          daysLeft: 0,
        }),
      ],
      total: 2,
    },
    'recordings-bin-empty': { ...list, isBin: true, upload: undefined },
    'recording-settings': {
      page: 'recording-settings',
      name: 'Quarterly review',
      when: 'Wednesday, March 4, 2026 at 10:30 AM',
      fields: {
        NAME: 'Quarterly review',
        ABOUT: 'Numbers of the quarter',
        PW: 'Pa55word',
        END: '',
        VIEW: true,
        FETCH: false,
        REGISTER: true,
      },
      share: 'https://meet.example/acme/ldr.php?RCID=0123456789abcdef0123456789abcdef',
      form: form({ DO: 'SAVE', ID: '1' }),
      transcript: {
        kept: {
          cues: 212,
          source: 'PROGRAM',
          language: 'English',
          vtt: '/acme/recordings.php?ID=1&WORDS=VTT',
          txt: '/acme/recordings.php?ID=1&WORDS=TXT',
          remove: form({ DO: 'REMOVE_TRANSCRIPT', ID: '1' }),
        },
        upload: { ...form(), action: '/acme/recordings.php?ID=1&TRANSCRIPT=1' },
      },
      back: '/acme/recordings.php',
    },
    'recording-settings-refused': {
      page: 'recording-settings',
      problem: 'InvalidDataFormat',
      name: 'Überprüfung der vierteljährlichen Verkaufszahlenentwicklungsprognose',
      when: 'Wednesday, March 4, 2026 at 10:30 AM',
      fields: { NAME: '', ABOUT: '', PW: '', END: 'nowhere', VIEW: false, FETCH: false, REGISTER: false },
      form: form(),
      transcript: { problem: { rule: 'notimes', line: 17 }, upload: form() },
      back: '/acme/recordings.php',
    },
  };
}
