/** The page on which a recording is watched. */
import type { FastifyReply } from 'fastify';
import type { PlayerPage } from '../../browser/pages/recording-page.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { hurdleTo, mayManageRecording } from '../../policies/kept-recording.ts';
import type { Recording, RecordingFiles } from '../../recordings/recording.ts';
import { SERVLET } from './addresses.ts';
import { countAccess } from './counted-access.ts';
import { headOf } from './head.ts';
import { linkTo } from './linked-recording.ts';
import { captionsLanguage, transcriptOf } from './transcript-parts.ts';
import { type KnownViewer, type OpenedRecording, ticketFor } from './viewer.ts';

/** Shows it; each time that somebody opens it counts. */
export async function playerPage(call: PageCall, opened: OpenedRecording): Promise<FastifyReply> {
  const { recording, viewer } = opened;
  const files = await call.context.recordings.filesOf(recording);
  const language = files.CAPTIONS && (await captionsLanguage(call, recording));
  const play = playOf(call, opened, files, language);
  if (play && call.request.method === 'GET') await countAccess(call, recording, viewer, 'viewed');
  const { description, fileAccess } = recording.document;
  return show(call, {
    page: 'recording',
    ...(await headOf(call, recording)),
    description: description || undefined,
    duration: recording.duration,
    bytes: recording.bytes,
    play,
    unplayable: play ? undefined : whyNot(recording, files),
    download: files.MAIN && downloadOf(call, recording, viewer),
    transcript: play && language ? transcriptOf(call, opened, language) : undefined,
    chapters: chaptersOf(recording),
    end: fileAccess.endPlayURL === '' ? undefined : endOf(call, recording),
    manage: mayManageRecording(recording, viewer.account) ? call.folder.address('recordings.php') : undefined,
  });
}

export function isPlayable({ state, format }: Recording, { MAIN }: RecordingFiles): boolean {
  return state === 'READY' && MAIN !== undefined && (format === 'MP4' || format === 'WEBM');
}

function whyNot({ state }: Recording, { MAIN }: RecordingFiles): PlayerPage['unplayable'] {
  if (state === 'FAILED') return 'failed';
  return state === 'READY' && MAIN ? 'format' : 'unfinished';
}

function playOf(
  call: PageCall,
  { recording, viewer }: OpenedRecording,
  files: RecordingFiles,
  captionsLanguage: string | undefined,
): PlayerPage['play'] {
  if (!files.MAIN || !isPlayable(recording, files)) return undefined;
  const ticket = ticketFor(call, 'play', recording, viewer);
  const address = (more: Readonly<Record<string, string>> = {}) =>
    call.folder.address(SERVLET, { ticket, ...more });
  const { width, height, playback } = recording.document;
  const isPart = playback.range === 'PARTIAL';
  return {
    url: address(),
    mediaType: files.MAIN.mediaType,
    width,
    height,
    poster: files.POSTER && address({ FILE: 'POSTER' }),
    captions: files.CAPTIONS && address({ FILE: 'CAPTIONS' }),
    captionsLanguage,
    from: isPart ? playback.partialStart : undefined,
    to: isPart && playback.partialEnd > playback.partialStart ? playback.partialEnd : undefined,
  };
}

/** For those who could fetch it at once. */
function downloadOf(call: PageCall, recording: Recording, viewer: KnownViewer): string | undefined {
  return hurdleTo('download', recording, viewer)
    ? undefined
    : linkTo(call, { recording, purpose: 'download' });
}

/** What the host wants to be shown beside it (ep.xsd recordingPlaybackType). */
function chaptersOf({ document }: Recording): PlayerPage['chapters'] {
  const { toc, chat, attendeeList } = document.playback;
  if (!toc) return [];
  return document.chapters.filter(({ kind }) => {
    if (kind === 'chat') return chat;
    return kind === 'joined' || kind === 'left' ? attendeeList : true;
  });
}

function endOf({ folder }: PageCall, { streamToken }: Recording): string {
  return folder.address('ldr.php', { AT: 'END', RCID: streamToken });
}
