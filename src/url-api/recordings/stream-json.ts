/**
 * `/webappng/api/v1/recordings/<id>/stream`: what the player of the original asked for, and what downloaders and
 * extensions of browsers read (`fallbackPlaySrc`, `downloadRecordingInfo.downloadInfo.mp4URL`, `mp4StreamOption`).
 * Playlists (`hlsURL`) are not told of: there are none.
 */
import type { FastifyReply } from 'fastify';
import { mayLook } from '../../browser/meetings/visited-meeting.ts';
import { reasonOf, statusOf } from '../../browser/reasons.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { type Hurdle, hurdleTo } from '../../policies/kept-recording.ts';
import type { Recording, RecordingFiles } from '../../recordings/recording.ts';
import { formatSiteTime, GMT } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { servletAddress } from './addresses.ts';
import { countAccess } from './counted-access.ts';
import { hostNameOf } from './head.ts';
import { recordingById } from './playback.ts';
import { isPlayable } from './player-page.ts';
import { type KnownViewer, ticketFor, viewerOf, withGivenPassword } from './viewer.ts';

interface Refused {
  readonly code: number;
  readonly message: string;
}

/** The numbers of the first two are what downloaders know; the others are ours. */
const LOGIN_NEEDED = { code: 53004, message: 'Sign in to see this recording' };
const REFUSED: Readonly<Record<Hurdle, Refused>> = {
  password: { code: 53005, message: 'The recording has a password: send it in the header accessPwd' },
  registration: { code: 53090, message: 'Register for the recording on its page first' },
  closed: { code: 53091, message: 'The host lets nobody else watch the recording' },
};
const OTHER = 53000;

export async function streamJson(call: PageCall): Promise<FastifyReply> {
  try {
    if (!(await mayLook(call))) return refuse(call, 403, LOGIN_NEEDED);
    const { id } = call.request.params as { id?: string };
    const recording = await recordingById(call, id);
    const viewer = await withGivenPassword(call, recording, await viewerOf(call, recording));
    const hurdle = hurdleTo('view', recording, viewer);
    if (hurdle) return refuse(call, 403, REFUSED[hurdle]);
    const files = await call.context.recordings.filesOf(recording);
    if (call.request.method === 'GET') await countAccess(call, recording, viewer, 'viewed');
    return send(call, await streamOf(call, recording, viewer, files));
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return refuse(call, statusOf(reason), { code: OTHER, message: reason });
  }
}

async function streamOf(call: PageCall, recording: Recording, viewer: KnownViewer, files: RecordingFiles) {
  const { createdAt, timeZoneID, format } = recording;
  const mayFetch = hurdleTo('download', recording, viewer) === undefined;
  const servlet = servletAddress(call, recording);
  const canPlay = isPlayable(recording, files);
  const play = canPlay ? ticketFor(call, 'play', recording, viewer) : '';
  return {
    recordUUID: recording.streamToken,
    recordName: recording.name,
    description: recording.document.description,
    ownerDisplayName: await hostNameOf(call, recording),
    format,
    createTime: withDashes(formatSiteTime(createdAt, zoneOf(timeZoneID))),
    gmtCreateTime: withDashes(formatSiteTime(createdAt, GMT)),
    duration: recording.duration * 1000,
    fileSize: recording.bytes,
    mediaDetectInfo: { audioSize: 0 },
    preventDownload: !mayFetch,
    ...(canPlay && { fallbackPlaySrc: servlet + play }),
    mp4StreamOption: streamOption(call, recording, play, mayFetch),
    downloadRecordingInfo: {
      downloadInfo:
        mayFetch && canPlay ? { mp4URL: servlet + ticketFor(call, 'fetch', recording, viewer) } : {},
    },
  };
}

/** What `html5-pipeline.do` is asked with. */
function streamOption({ context, site }: PageCall, recording: Recording, token: string, mayFetch: boolean) {
  return {
    host: context.links.publicUrl(),
    recordingDir: site.siteName,
    timestamp: String(recording.createdAt),
    token,
    xmlName: `${recording.id}.xml`,
    playbackOption: 'mp4',
    siteid: String(site.siteID),
    recordid: String(recording.id),
    islogin: 'no',
    isprevent: mayFetch ? 'no' : 'yes',
    ispwd: recording.document.password === undefined ? 'no' : 'yes',
  };
}

/** `2026-03-04 15:30:00` of `03/04/2026 15:30:00`. */
function withDashes(time: string): string {
  return time.replace(/^(\d+)\/(\d+)\/(\d+)/, '$3-$1-$2');
}

function refuse(call: PageCall, status: number, refused: Refused): FastifyReply {
  call.reply.code(status);
  return send(call, refused);
}

function send({ reply }: PageCall, body: object): FastifyReply {
  return reply
    .headers({
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .send(JSON.stringify(body));
}
