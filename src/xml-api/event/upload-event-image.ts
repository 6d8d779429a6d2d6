/** UploadEventImage: the picture of an event. */
import { judgeOfOwner } from '../../policies/session.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { EVENT_IMAGE_TYPES, LARGEST_IMAGE } from '../../sessions/event-images.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { base64, enumeration } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { eventService } from '../service.ts';
import { event } from '../types/namespaces.ts';
import { oneEvent } from './event-type.ts';

/** A GIF of one pixel. */
const SAMPLE = 'R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=';

export const uploadEventImage = operation({
  service: eventService,
  name: 'UploadEventImage',
  level: '5.5',
  summary: "Puts a picture on the event's page, in the place of an earlier one.",
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, RuleBroken, SessionNotFound],
  request: body(eventService, 'uploadEventImage', {
    ...oneEvent,
    imageType: enumeration(event, 'imageTypeType', EVENT_IMAGE_TYPES),
    imageData: base64({ max: LARGEST_IMAGE }),
  }),
  response: body(eventService, 'uploadEventImageResponse', {}),
  samples: { sessionKey: '690045127', imageType: 'GIF', imageData: SAMPLE },
  async run({ site, account, app }, { sessionKey, imageType: type, imageData: bytes }) {
    const judge = judgeOfOwner(app.sessions, account);
    await app.eventImages.replace(site, sessionKey, { type, bytes }, judge);
    return {};
  },
});
