/** The steps of a download after its first page: nbrshared.do, nbrPrepare.do, and the file itself. */
import type { FastifyReply } from 'fastify';
import { sendFile } from '../../browser/kept-file.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text, word } from '../../browser/parameters/parameter.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { fileNameOf } from '../../recordings/file-name.ts';
import { type RecordingFileRole, RecordingNotFound } from '../../recordings/recording.ts';
import { Refusal } from '../../refusal.ts';
import { countAccess } from './counted-access.ts';
import { sendPreparePage } from './prepare-page.ts';
import { sendStepPage } from './step-page.ts';
import { sendTranscript, WORDS } from './transcript-parts.ts';
import { type OpenedRecording, openedBy, ticketFor } from './viewer.ts';

const SHARED = { recordKey: text('the ticket of the page'), recordID: text('the recordID') };

/** nbrshared.do: prepares a download for whoever bears the ticket (`recordKey`). */
export async function nbrSharedDo(call: PageCall): Promise<FastifyReply> {
  const { recordKey, recordID } = parametersOf(call.request, SHARED);
  const opened = await openedBy(call, 'share', recordKey);
  checkSameRecording(opened, recordID);
  return sendPreparePage(call, opened);
}

const PREPARING = {
  recordid: text('the recordID'),
  prepareTicket: text('the ticket of the page'),
  // A downloader sends back what it was told to wait with under these names.
  ticket: text('the same, where somebody asks again'),
};

/** nbrPrepare.do: says whether the file can be fetched, by which ticket, or that one has to wait. */
export async function nbrPrepareDo(call: PageCall): Promise<FastifyReply> {
  const { recordid, ticket, prepareTicket = ticket } = parametersOf(call.request, PREPARING);
  try {
    const opened = await openedBy(call, 'prepare', prepareTicket);
    checkSameRecording(opened, recordid);
    const { recording, viewer } = opened;
    const { MAIN } = await call.context.recordings.filesOf(recording);
    if (MAIN) return sendPrepared(call, 'OKOK', '', ticketFor(call, 'fetch', recording, viewer));
    if (recording.state === 'FAILED') return sendPrepared(call, 'Error', '', '');
    const next = ticketFor(call, 'prepare', recording, viewer);
    return sendPrepared(call, 'Preparing', `&recordid=${recording.id}&prepareTicket=${next}`, next);
  } catch (error) {
    // Told within the page, as whoever asks again and again expects it.
    if (error instanceof Refusal) return sendPrepared(call, 'Error', '', '');
    throw error;
  }
}

/** @throws RecordingNotFound when the number beside a ticket is that of another recording, or is none */
function checkSameRecording({ recording }: OpenedRecording, number: string | undefined): void {
  if (number !== undefined && number !== String(recording.id)) throw new RecordingNotFound('by that number');
}

function sendPrepared({ reply }: PageCall, status: string, url: string, ticket: string): FastifyReply {
  const script = `window.parent.func_prepare('${status}','${url}','${ticket}');`;
  return sendStepPage(reply, { title: 'Download', script });
}

const FETCHING = {
  ticket: text('a ticket to fetch a recording, or to play it'),
  recordid: text('the recordID'),
  FILE: word('what of it, where that is not all', ['POSTER', 'CAPTIONS', 'SOUND', ...WORDS]),
};

/** MultiThreadDownloadServlet: the file, or what belongs to it, for whoever bears a ticket to fetch it or to play it. */
export async function downloadServlet(call: PageCall): Promise<FastifyReply> {
  const { ticket, recordid, FILE } = parametersOf(call.request, FETCHING);
  const isFetched = call.context.recordingTickets.read(call.site, 'fetch', ticket) !== undefined;
  const opened = await openedBy(call, isFetched ? 'fetch' : 'play', ticket);
  checkSameRecording(opened, recordid);
  const words = WORDS.find((one) => one === FILE);
  if (words) return sendTranscript(call, opened, words);
  return isFetched && FILE === undefined
    ? sendDownload(call, opened)
    : sendPart(call, opened, FILE, isFetched);
}

/** The file to keep. It counts as fetched when all of it is asked for at once, and not when a range is. */
export async function sendDownload(
  call: PageCall,
  { recording, viewer }: OpenedRecording,
): Promise<FastifyReply> {
  const { MAIN } = await call.context.recordings.filesOf(recording);
  if (!MAIN) throw new RecordingNotFound('with a file');
  return sendFile(call, MAIN, {
    fileName: fileNameOf(recording, MAIN),
    disposition: 'attachment',
    onWhole: () => countAccess(call, recording, viewer, 'downloaded'),
  });
}

const PARTS = ['POSTER', 'CAPTIONS', 'SOUND'] as const satisfies readonly RecordingFileRole[];

/** What is played, or stands beside it. */
export async function sendPart(
  call: PageCall,
  { recording }: OpenedRecording,
  part: string | undefined,
  isFetched = false,
): Promise<FastifyReply> {
  const role = PARTS.find((one) => one === part) ?? 'MAIN';
  const file = (await call.context.recordings.filesOf(recording))[role];
  if (!file) throw new RecordingNotFound('with such a file');
  return sendFile(call, file, {
    fileName: fileNameOf(recording, file),
    disposition: isFetched ? 'attachment' : 'inline',
  });
}
