/** recordingpasswordcheck.do: takes the password of a recording, from a form of ours or from a program. */
import type { FastifyReply } from 'fastify';
import { checkMayLook } from '../../browser/meetings/visited-meeting.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text } from '../../browser/parameters/parameter.ts';
import { reasonOf } from '../../browser/reasons.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { hurdleTo } from '../../policies/kept-recording.ts';
import { sharedAddress } from './addresses.ts';
import { callerKind } from './caller-kind.ts';
import { hurdlePage } from './hurdle-page.ts';
import { type LinkedRecording, linkedRecording, linkTo } from './linked-recording.ts';
import { leadingTo, sendStepPage } from './step-page.ts';
import { isPassword, type KnownViewer, letPass, ticketFor, viewerOf } from './viewer.ts';

const CHECKING = { password: text('the password of the recording') };

export async function recordingPasswordCheckDo(call: PageCall): Promise<FastifyReply> {
  await checkMayLook(call);
  const linked = await linkedRecording(call, 'download');
  const { password } = parametersOf(call.request, CHECKING);
  const passed = await passedWith(call, linked, password);
  if ('problem' in passed) return hurdlePage(call, linked, 'password', passed.problem);
  const { recording, purpose } = linked;
  const isThrough = hurdleTo(purpose, recording, passed) === undefined;
  if (purpose === 'download' && isThrough && callerKind(call.request) === 'walker') {
    const href = sharedAddress(call, recording, ticketFor(call, 'share', recording, passed));
    return sendStepPage(call.reply, {
      title: 'Your download begins',
      script: leadingTo(href),
    });
  }
  return call.reply.code(303).header('Location', linkTo(call, linked)).send();
}

/**
 * Tries a password, and lets this browser pass when it is right. Only what was posted is tried: an address is written
 * down on its way.
 */
export async function passedWith(
  call: PageCall,
  { recording }: LinkedRecording,
  password: string | undefined,
): Promise<KnownViewer | { readonly problem: string | undefined }> {
  const viewer = await viewerOf(call, recording);
  if (call.request.method !== 'POST' || password === undefined) return { problem: undefined };
  try {
    if (!(await isPassword(call, recording, password))) return { problem: 'WrongRecordingPassword' };
  } catch (error) {
    const problem = reasonOf(error);
    if (problem === undefined) throw error;
    return { problem };
  }
  letPass(call, recording, { registration: viewer.registration, hasPassword: true });
  return { ...viewer, hasPassword: true };
}
