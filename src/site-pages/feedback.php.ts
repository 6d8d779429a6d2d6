/** feedback.php: what somebody says of a session when it is over for them, by the form of the page that says so. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../browser/answer.ts';
import { ownStay } from '../browser/meetings/own-stay.ts';
import { findMeeting } from '../browser/meetings/visited-meeting.ts';
import { isOwnForm } from '../browser/own-form.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { key, text } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';
import { mayGiveFeedback } from '../policies/feedback.ts';

const LONGEST_COMMENT = 2_000;

const mark = (meaning: string) =>
  text(`${meaning}: 1 (badly) to 5 (very well)`, { pattern: /^[1-5]$/, form: '1 to 5' });

export const FEEDBACK = {
  MK: key('the meeting'),
  SETUP: mark('how well it began'),
  EASE: mark('how easy it was'),
  PERFORMANCE: mark('how well it went'),
  COMMENT: text('in words', { longest: LONGEST_COMMENT }),
};

export async function feedbackPhp(call: PageCall): Promise<FastifyReply> {
  const { MK, SETUP, EASE, PERFORMANCE, COMMENT } = parametersOf(call.request, FEEDBACK);
  const own = MK === undefined ? undefined : await ownStay(call, MK);
  const meeting = MK === undefined || !own ? undefined : await findMeeting(call, MK);
  if (!own || !meeting?.session || !mayGiveFeedback(meeting.session, own.stay) || !isOwnForm(call)) {
    return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  }
  if ([SETUP, EASE, PERFORMANCE, COMMENT].some((said) => said !== undefined)) {
    await call.context.feedback.give(meeting.session, own.stay, {
      setup: SETUP,
      easeOfUse: EASE,
      performance: PERFORMANCE,
      comment: COMMENT,
    });
  }
  return redirect(call, call.folder.page('room.php', { MK: String(MK) }));
}
