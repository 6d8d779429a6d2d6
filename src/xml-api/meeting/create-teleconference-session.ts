/** CreateTeleconferenceSession: schedules an audio-only session. */

import { hostFor } from '../../policies/host.ts';
import { AccessDenied } from '../../refusal.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { schedule } from '../../sessions/schedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { extension, long, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { audioOnlyService } from '../service.ts';
import { auo } from '../types/namespaces.ts';
import { checkSaysWhatAndWhen } from '../types/session/required-schedule.ts';
import { audioOnlyType } from './teleconference-type.ts';
import { wishOf } from './teleconference-wish.ts';

export const createTeleconferenceSession = operation({
  service: audioOnlyService,
  name: 'CreateTeleconferenceSession',
  level: '5.5',
  summary: 'Schedules an audio-only session, for the caller or for a host who lets them.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [...REFUSED_WISHES, AccessDenied, InvalidElement],
  request: extension(auo, 'createTeleconferenceSession', audioOnlyType, {}),
  response: body(audioOnlyService, 'createTeleconferenceSessionResponse', { sessionKey: optional(long()) }),
  async run({ app, site, account, hint }, request) {
    checkSaysWhatAndWhen(request);
    const wish = wishOf(request, hint);
    const host = await hostFor(app.accounts, site, account, wish.host);
    const service = SESSION_SERVICES.audioOnly;
    const { sessionKey } = await schedule(app, site, { host, creator: account, service, wish });
    return { sessionKey };
  },
});
