/**
 * ldr.php and lsr.php: the links to a recording, to watch it and to fetch it. Older ones tell which by AT; those of
 * events stand at lsr.php for both.
 */
import type { FastifyReply } from 'fastify';
import { report } from '../../browser/answer.ts';
import { ask } from '../../browser/ask.ts';
import { checkMayLook } from '../../browser/meetings/visited-meeting.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text } from '../../browser/parameters/parameter.ts';
import { Refused } from '../../browser/reasons.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { hurdleTo } from '../../policies/kept-recording.ts';
import { playbackAddress } from './addresses.ts';
import { callerKind } from './caller-kind.ts';
import { hurdlePage } from './hurdle-page.ts';
import { type LinkedRecording, linkedRecording, type Purpose, RECORDING_LINK } from './linked-recording.ts';
import { playerPage } from './player-page.ts';
import { sendPreparePage } from './prepare-page.ts';
import { sendDownload } from './prepared-download.ts';
import { REGISTERING_FOR_RECORDING, register } from './registering.ts';
import { sendStepPage } from './step-page.ts';
import { type KnownViewer, viewerOf, withGivenPassword } from './viewer.ts';

/** All that is read at ldr.php and lsr.php. */
export const RECORDING_PAGES = { ...RECORDING_LINK, ...REGISTERING_FOR_RECORDING };

export const ldrPhp = (call: PageCall): Promise<FastifyReply> => followed(call, 'view');
export const lsrPhp = (call: PageCall): Promise<FastifyReply> => followed(call, 'download');

async function followed(call: PageCall, usual: Purpose): Promise<FastifyReply> {
  await checkMayLook(call);
  const linked = await linkedRecording(call, usual);
  const { recording, purpose } = linked;
  if (parametersOf(call.request, RECORDING_LINK).AT === 'END') return atItsEnd(call, linked);
  const isProgram = ask(call, { forPrograms: true }) === 'program';
  if (purpose === 'view' && isProgram) return sendPlaybackLink(call, linked);
  const viewer = await withGivenPassword(call, recording, await viewerOf(call, recording));
  const hurdle = hurdleTo(purpose, recording, viewer);
  if (hurdle === 'registration' && isRegistering(call)) return register(call, linked, viewer);
  if (hurdle) return hurdlePage(call, linked, hurdle);
  return purpose === 'view' ? playerPage(call, { recording, viewer }) : sentTo(call, linked, viewer);
}

const REGISTERS = { EM: text('the e-mail address of who registers') };

function isRegistering({ request }: PageCall): boolean {
  return request.method === 'POST' && parametersOf(request, REGISTERS).EM !== undefined;
}

/** @throws Refused (RecordingNotReady) while there is nothing to fetch */
async function sentTo(
  call: PageCall,
  { recording }: LinkedRecording,
  viewer: KnownViewer,
): Promise<FastifyReply> {
  if (callerKind(call.request) === 'walker') return sendPreparePage(call, { recording, viewer });
  const { MAIN } = await call.context.recordings.filesOf(recording);
  if (!MAIN) throw new Refused('RecordingNotReady');
  return sendDownload(call, { recording, viewer });
}

/** Where programs find it: they read the id out of this script and ask for it as the player of the original does. */
function sendPlaybackLink(call: PageCall, { recording }: LinkedRecording): FastifyReply {
  const script = `location.href='${playbackAddress(call, recording)}';`;
  return sendStepPage(call.reply, { title: 'Recording', script });
}

/** Where the host wants people to go who have watched it: by the rules of back URLs. */
function atItsEnd(call: PageCall, { recording }: LinkedRecording): FastifyReply | Promise<FastifyReply> {
  const { endPlayURL } = recording.document.fileAccess;
  return report(call, endPlayURL === '' ? undefined : endPlayURL, []);
}
