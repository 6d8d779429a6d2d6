/** The event service. */
import { createEvent } from './create-event.ts';
import { delEvent } from './del-event.ts';
import { getEvent } from './get-event.ts';
import { lstRecordedEvent } from './lst-recorded-event.ts';
import { lstSummaryEvent } from './lst-summary-event.ts';
import { lstSummaryProgram } from './lst-summary-program.ts';
import { sendInvitationEmail } from './send-invitation-email.ts';
import { setEvent } from './set-event.ts';
import { uploadEventImage } from './upload-event-image.ts';

export const eventOperations = [
  createEvent,
  setEvent,
  getEvent,
  delEvent,
  lstSummaryEvent,
  lstRecordedEvent,
  lstSummaryProgram,
  sendInvitationEmail,
  uploadEventImage,
];
