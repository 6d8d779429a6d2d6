/** What the host of a recording says of it: its name, who may have it, and by what password. */
import type { FastifyReply } from 'fastify';
import { spokenTo } from '../../browser/appearance.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { RecordingSettingsPage } from '../../browser/pages/recordings-page.ts';
import { Refused, statusOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { localeOf } from '../../language.ts';
import type { Recording } from '../../recordings/recording.ts';
import type { TranscriptUnreadable } from '../../recordings/transcripts/cue.ts';
import { zoneOf } from '../../time/time-zones.ts';
import type { RecordingsAsked } from './recordings.php.ts';
import { transcriptShown } from './transcript-settings.ts';

/** What was sent and cannot be taken, and why: its fields, or a file of captions. */
interface RefusedWish {
  readonly problem: string;
  readonly fields?: RecordingsAsked;
  readonly transcript?: TranscriptUnreadable;
}

export async function settingsPage(
  call: PageCall,
  recording: Recording,
  ALL: boolean,
  refused?: RefusedWish,
): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const { id, name, createdAt, timeZoneID } = recording;
  const all: Readonly<Record<string, string>> = ALL ? { ALL: '1' } : {};
  if (refused) call.reply.code(statusOf(refused.problem));
  const locale = localeOf(await spokenTo(call));
  return show(call, {
    page: 'recording-settings',
    problem: refused?.transcript ? undefined : refused?.problem,
    name,
    when: new Intl.DateTimeFormat(locale, {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: zoneOf(timeZoneID).iana,
    }).format(createdAt),
    fields: refused?.fields ? sent(refused.fields) : kept(recording),
    share: recording.state === 'READY' ? context.links.recordingStream(site, recording) : undefined,
    form: {
      action: folder.address('recordings.php'),
      fields: { ...ownFormField(call), ...all, DO: 'SAVE', ID: String(id) },
    },
    transcript: await transcriptShown(call, recording, { all, locale }, refused?.transcript),
    back: folder.address('recordings.php', all),
  });
}

function kept({ name, document }: Recording): RecordingSettingsPage['fields'] {
  const { description, password, fileAccess } = document;
  return {
    NAME: name,
    ABOUT: description,
    PW: password ?? '',
    END: fileAccess.endPlayURL,
    VIEW: fileAccess.attendeeView,
    FETCH: fileAccess.attendeeDownload,
    REGISTER: fileAccess.registration,
  };
}

function sent(fields: RecordingsAsked): RecordingSettingsPage['fields'] {
  const { NAME = '', ABOUT = '', PW = '', END = '', VIEW, FETCH, REGISTER } = fields;
  return { NAME, ABOUT, PW, END, VIEW: VIEW === true, FETCH: FETCH === true, REGISTER: REGISTER === true };
}

/** @throws Refused (InvalidDataFormat) for a recording without a name, and for an address that browsers cannot go to */
export function changedBy(
  fields: RecordingsAsked,
): (current: Recording) => Pick<Recording, 'name' | 'document'> {
  const { NAME, ABOUT, PW, END, VIEW, FETCH, REGISTER } = sent(fields);
  if (NAME === '') throw new Refused('InvalidDataFormat');
  if (END !== '' && !isOfWeb(END)) throw new Refused('InvalidDataFormat');
  return ({ document }) => ({
    name: NAME,
    document: {
      ...document,
      description: ABOUT,
      password: PW === '' ? undefined : PW,
      fileAccess: {
        attendeeView: VIEW,
        attendeeDownload: FETCH,
        registration: REGISTER,
        endPlayURL: END,
      },
    },
  });
}

function isOfWeb(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
