/**
 * recordings.php: hosts look after what they have recorded or brought, administrators after what the site has. A file is
 * brought by a form with the field FILE (`multipart/form-data`), whose other fields come before it.
 */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { redirect } from '../../browser/answer.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { sendFile } from '../../browser/kept-file.ts';
import { isOwnForm } from '../../browser/own-form.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import {
  type Asked,
  address,
  flag,
  key,
  mark,
  text,
  whole,
  word,
} from '../../browser/parameters/parameter.ts';
import { reasonOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import { signInPage } from '../../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import {
  judgeOfRecording,
  mayListRecordings,
  mayManageRecording,
  maySeeRecording,
} from '../../policies/kept-recording.ts';
import { LONGEST_NAME, LONGEST_PASSWORD, type Recording } from '../../recordings/recording.ts';
import { TranscriptNotFound } from '../../recordings/transcripts/cue.ts';
import { changedBy, settingsPage } from './recording-settings.ts';
import { listPage } from './recordings-shown.ts';
import { bringTranscript, sendWords } from './transcript-settings.ts';
import { bringFile, isFileForm } from './upload.ts';

const limited = (meaning: string, longest: number) => text(meaning, { longest, cut: true, line: true });

export const RECORDINGS = {
  ID: key('the recording'),
  DO: word('what is done with it', ['SAVE', 'DELETE', 'RESTORE', 'ERASE', 'REMOVE_TRANSCRIPT']),
  BIN: mark('what lies in the bin is shown'),
  ALL: mark("administrators: what is the site's is shown"),
  Q: limited('a part of the name', LONGEST_NAME),
  ORDER: word('which come first', ['NEWEST', 'NAME', 'LONGEST', 'LARGEST']),
  PG: whole('which page, counted from 1', 'InvalidDataFormat'),
  WAS: word('what has been done with it', ['DELETED', 'RESTORED', 'ERASED', 'SAVED', 'BROUGHT']),
  POSTER: mark('the picture of the recording is fetched'),
  TRANSCRIPT: mark('the file that is brought is its captions: WebVTT or SRT'),
  WORDS: word('its transcript is fetched, in that form', ['VTT', 'TXT']),
  NAME: limited('its name', LONGEST_NAME),
  ABOUT: text('what it is about', { longest: 2000, cut: true }),
  PW: text('its password', { longest: LONGEST_PASSWORD, line: true }),
  VIEW: flag('others may watch it'),
  FETCH: flag('others may download it'),
  REGISTER: flag('they register first'),
  END: address('where browsers go at its end'),
};
export type RecordingsAsked = Asked<typeof RECORDINGS>;

export async function recordingsPhp(call: PageCall): Promise<FastifyReply> {
  const { request, folder } = call;
  const browserSession = await browserSessionOf(call);
  const fields = parametersOf(request, RECORDINGS);
  if (isFileForm(request) && fields.TRANSCRIPT !== true) {
    return bringFile(call, browserSession?.account, fields);
  }
  if (!browserSession) return signInPage(call, { MU: folder.address('recordings.php') });
  const { account } = browserSession;
  if (!mayListRecordings(account)) return show(call, { page: 'error', status: 403, problem: 'AccessDenied' });
  if (request.method !== 'POST') {
    if (fields.ID === undefined || fields.WAS !== undefined) return listPage(call, account, fields);
    if (fields.POSTER) return poster(call, account, fields.ID);
    const recording = await theirs(call, fields.ID);
    if (!recording || recording.deletedAt !== null) return notFound(call);
    if (fields.WORDS !== undefined) return words(call, recording, fields.WORDS);
    return settingsPage(call, recording, fields.ALL === true);
  }
  if (isFileForm(request)) {
    const transcribed = fields.ID === undefined ? undefined : await theirs(call, fields.ID);
    return transcribed ? bringTranscript(call, account, transcribed, fields) : notFound(call);
  }
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  const recording = fields.ID === undefined ? undefined : await theirs(call, fields.ID);
  if (!recording) return notFound(call);
  try {
    const was = await done(call, recording, fields);
    return redirect(call, folder.page('recordings.php', was));
  } catch (error) {
    if (error instanceof TranscriptNotFound) return notFound(call);
    const problem = reasonOf(error);
    if (problem === undefined) throw error;
    if (problem === 'NotFound') return notFound(call);
    const saved = fields.DO === 'REMOVE_TRANSCRIPT' ? {} : { fields };
    return settingsPage(call, recording, fields.ALL === true, { problem, ...saved });
  }

  /** One that they manage. Whatever else there is does not exist for them. */
  async function theirs({ context, site }: PageCall, id: number): Promise<Recording | undefined> {
    const recording = await context.recordings.find(site, id);
    return recording && mayManageRecording(recording, account) ? recording : undefined;
  }

  /** @returns what the list says afterwards */
  async function done(
    { context, site }: PageCall,
    { id }: Recording,
    fields: RecordingsAsked,
  ): Promise<Readonly<Record<string, string>>> {
    const { recordings } = context;
    const judge = judgeOfRecording(account);
    const scope: Record<string, string> = fields.ALL ? { ALL: '1' } : {};
    const ID = String(id);
    switch (fields.DO) {
      case 'DELETE':
        await recordings.discard(site, id, judge);
        return { ...scope, WAS: 'DELETED', ID };
      case 'RESTORE':
        await recordings.recover(site, id, judge);
        return { ...scope, WAS: 'RESTORED', ID };
      case 'ERASE':
        await recordings.erase(site, id, judge);
        return { ...scope, BIN: '1', WAS: 'ERASED' };
      case 'REMOVE_TRANSCRIPT':
        await context.transcripts.remove(site, id, judge);
        return { ...scope, ID };
      default:
        await recordings.change(site, id, judge, changedBy(fields));
        return { ...scope, WAS: 'SAVED', ID };
    }
  }
}

/** The picture of one that they see. */
async function poster(call: PageCall, account: Account, id: number): Promise<FastifyReply> {
  const { context, site } = call;
  const recording = await context.recordings.find(site, id);
  const seen = recording && maySeeRecording(recording, account) ? recording : undefined;
  const file = seen && (await context.recordings.filesOf(seen)).POSTER;
  if (!file) return notFound(call);
  return sendFile(call, file, { fileName: `${id}.jpg`, disposition: 'inline' });
}

async function words(call: PageCall, recording: Recording, format: string): Promise<FastifyReply> {
  try {
    return await sendWords(call, recording, format);
  } catch (error) {
    if (error instanceof TranscriptNotFound) return notFound(call);
    throw error;
  }
}

function notFound(call: PageCall): Promise<FastifyReply> {
  return show(call, { page: 'error', status: 404, problem: 'NotFound' });
}
