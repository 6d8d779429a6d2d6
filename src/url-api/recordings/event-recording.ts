/**
 * recordAction.do and viewrecord.do: the way to the recording of an event, as programs of 2021 to 2023 go it. The first
 * takes the password and gives two tickets, one to play and one to fetch; the second takes them and leads on.
 */
import type { FastifyReply } from 'fastify';
import { checkMayLook } from '../../browser/meetings/visited-meeting.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text, word } from '../../browser/parameters/parameter.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { hurdleTo } from '../../policies/kept-recording.ts';
import { RecordingNotFound } from '../../recordings/recording.ts';
import { publicAddress, sharedAddress, VIEW_RECORD } from './addresses.ts';
import { callerKind } from './caller-kind.ts';
import { hurdlePage } from './hurdle-page.ts';
import { type LinkedRecording, linkTo } from './linked-recording.ts';
import { passedWith } from './password-check.ts';
import { leadingTo, sendStepPage } from './step-page.ts';
import { openedBy, ticketFor, viewerOf } from './viewer.ts';

const TOKEN = /^[0-9a-f]{32}$/i;

const ACTION = {
  theAction: word('what is done', ['CHECK_PASS']),
  internalRecordTicket: text('the token of the link'),
  playbackPasswd: text('the password of the recording'),
};

export async function recordActionDo(call: PageCall): Promise<FastifyReply> {
  await checkMayLook(call);
  const { internalRecordTicket = '', playbackPasswd } = parametersOf(call.request, ACTION);
  const linked = await linkedBy(call, internalRecordTicket);
  const { recording } = linked;
  const before = await viewerOf(call, recording);
  const passed =
    hurdleTo('download', recording, before) === 'password'
      ? await passedWith(call, linked, playbackPasswd)
      : before;
  if ('problem' in passed) return hurdlePage(call, linked, 'password', passed.problem);
  const hurdle = hurdleTo('download', recording, passed);
  if (hurdle) return hurdlePage(call, linked, hurdle);
  if (callerKind(call.request) === 'browser') {
    return call.reply.code(303).header('Location', linkTo(call, linked)).send();
  }
  const href = publicAddress(call, VIEW_RECORD, {
    AT: 'ViewAction',
    siteurl: call.site.siteName,
    formId: recording.id,
    recordId: recording.id,
    accessType: 'downloadRecording',
    internalPBRecordTicket: ticketFor(call, 'play', recording, passed),
    internalDWRecordTicket: ticketFor(call, 'share', recording, passed),
  });
  return sendStepPage(call.reply, {
    title: 'Recording',
    script: leadingTo(href),
  });
}

async function linkedBy({ site, context }: PageCall, token: string): Promise<LinkedRecording> {
  const recording = TOKEN.test(token) ? await context.recordings.byToken(site, 'download', token) : undefined;
  if (!recording) throw new RecordingNotFound('by that ticket');
  return { recording, purpose: 'download' };
}

const VIEWING = {
  recordId: text('the recordID'),
  accessType: word('downloadRecording fetches it, anything else plays it', ['DOWNLOADRECORDING']),
  internalPBRecordTicket: text('the ticket to play it'),
  internalDWRecordTicket: text('the ticket to fetch it'),
};

export async function viewRecordDo(call: PageCall): Promise<FastifyReply> {
  const asked = parametersOf(call.request, VIEWING);
  const isFetched = asked.accessType === 'DOWNLOADRECORDING';
  const opened = isFetched
    ? await openedBy(call, 'share', asked.internalDWRecordTicket)
    : await openedBy(call, 'play', asked.internalPBRecordTicket);
  const { recording, viewer } = opened;
  if (asked.recordId !== undefined && asked.recordId !== String(recording.id)) {
    throw new RecordingNotFound('by that number');
  }
  if (!isFetched) {
    return call.reply
      .code(303)
      .header('Location', linkTo(call, { recording, purpose: 'view' }))
      .send();
  }
  const href = sharedAddress(call, recording, ticketFor(call, 'share', recording, viewer));
  return sendStepPage(call.reply, {
    title: 'Recording',
    script: leadingTo(href),
  });
}
