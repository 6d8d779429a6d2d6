/** The event service. */
import { createEvent } from './create-event.ts';
import { delEvent } from './del-event.ts';
import { getEvent } from './get-event.ts';
import { lstSummaryEvent } from './lst-summary-event.ts';
import { setEvent } from './set-event.ts';

export const eventOperations = [createEvent, setEvent, getEvent, delEvent, lstSummaryEvent];
