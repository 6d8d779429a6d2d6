/**
 * Where programs find a recording by its id: `/recordingservice/sites/<site>/recording/playback/<id>` in several
 * spellings. People see the player there.
 */
import type { FastifyReply } from 'fastify';
import { checkMayLook } from '../../browser/meetings/visited-meeting.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { hurdleTo } from '../../policies/kept-recording.ts';
import { type Recording, RecordingNotFound } from '../../recordings/recording.ts';
import { callerKind } from './caller-kind.ts';
import { hurdlePage } from './hurdle-page.ts';
import { linkTo } from './linked-recording.ts';
import { playerPage } from './player-page.ts';
import { viewerOf, withGivenPassword } from './viewer.ts';

/** `playback/<id>`, `play/<id>`, `<id>/playback` and `<id>` have been seen. */
const SPELLED = /^(?:play(?:back)?\/)?([0-9a-f]{32})(?:\/playback)?\/?$/i;

export async function playback(call: PageCall): Promise<FastifyReply> {
  await checkMayLook(call);
  const { '*': rest = '' } = call.request.params as { '*'?: string };
  const recording = await recordingById(call, SPELLED.exec(rest)?.[1]);
  const linked = { recording, purpose: 'view' } as const;
  // The cookies of the site are sent to its folder alone.
  if (callerKind(call.request) === 'browser') {
    return call.reply.code(302).header('Location', linkTo(call, linked)).send();
  }
  const viewer = await withGivenPassword(call, recording, await viewerOf(call, recording));
  const hurdle = hurdleTo('view', recording, viewer);
  return hurdle ? hurdlePage(call, linked, hurdle) : playerPage(call, { recording, viewer });
}

/** The id is the token of the link to watch it. @throws RecordingNotFound */
export async function recordingById({ site, context }: PageCall, id: string | undefined): Promise<Recording> {
  const isToken = id !== undefined && /^[0-9a-f]{32}$/i.test(id);
  const recording = isToken ? await context.recordings.byToken(site, 'stream', id) : undefined;
  if (!recording) throw new RecordingNotFound('by that id');
  return recording;
}
