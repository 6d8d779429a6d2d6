/** DelEvent: takes an event off; its key is never given again. */
import { checkOwns, judgeOfDeletion } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { eventService } from '../service.ts';
import { oneEvent } from './event-type.ts';

export const delEvent = operation({
  service: eventService,
  name: 'DelEvent',
  level: '5.5',
  summary: 'Deletes an event; one that is in progress stays.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, SessionNotFound, SessionInProgress],
  request: body(eventService, 'delEvent', oneEvent),
  response: body(eventService, 'delEventResponse', {}),
  samples: { sessionKey: '690045128' },
  async run({ site, account, app: { sessions } }, { sessionKey }) {
    const judge = judgeOfDeletion(sessions, account, checkOwns);
    await sessions.remove(site, sessionKey, async (current, tx) => {
      if (!SESSION_SERVICES.event.has(site, current)) throw new SessionNotFound(sessionKey);
      await judge(current, tx);
    });
    return {};
  },
});
