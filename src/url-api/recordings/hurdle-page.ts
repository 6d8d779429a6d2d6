/** What stands in front of a recording: the page that says so, and asks for what is missing. */
import type { FastifyReply } from 'fastify';
import type { RecordingPasswordPage } from '../../browser/pages/recording-page.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { Hurdle } from '../../policies/kept-recording.ts';
import { PASSWORD_CHECK, RECORD_ACTION } from './addresses.ts';
import { callerKind } from './caller-kind.ts';
import type { LinkedRecording } from './linked-recording.ts';
import { registrationPage } from './registering.ts';
import { signInTo } from './sign-in-to.ts';

/** @param problem what was wrong with what was given before */
export async function hurdlePage(
  call: PageCall,
  linked: LinkedRecording,
  hurdle: Hurdle,
  problem?: string,
): Promise<FastifyReply> {
  // Who walks the pages goes on from here; another program is told that this is not the file.
  if (hurdle === 'closed' || callerKind(call.request) === 'program') call.reply.code(403);
  const { purpose } = linked;
  if (hurdle === 'registration') return registrationPage(call, linked, problem);
  const signIn = await signInTo(call, linked);
  if (hurdle === 'closed') return show(call, { page: 'recording-closed', purpose, signIn });
  const ask = isOfEvent(linked) ? eventForm(call, linked) : passwordForm(call, linked);
  return show(call, { page: 'recording-password', purpose, problem, signIn, ...ask });
}

/** Those of events are fetched by a form of their own, which programs know by its fields. */
function isOfEvent({ recording, purpose }: LinkedRecording): boolean {
  return recording.service === 'EventCenter' && purpose === 'download';
}

type Asking = Pick<RecordingPasswordPage, 'form' | 'field'>;

function passwordForm({ folder, site }: PageCall, { recording, purpose }: LinkedRecording): Asking {
  const link =
    purpose === 'view'
      ? { AT: 'pb', RCID: recording.streamToken }
      : { AT: 'dw', RCID: recording.downloadToken };
  return {
    form: {
      action: folder.address(PASSWORD_CHECK),
      fields: { siteurl: site.siteName, ...link, firstEntry: 'true' },
    },
    field: 'password',
  };
}

function eventForm({ folder, site }: PageCall, { recording }: LinkedRecording): Asking {
  return {
    form: {
      action: folder.address(RECORD_ACTION),
      fields: {
        siteurl: site.siteName,
        theAction: 'check_pass',
        accessType: 'downloadRecording',
        formId: String(recording.id),
        internalRecordTicket: recording.downloadToken,
      },
    },
    field: 'playbackPasswd',
  };
}
