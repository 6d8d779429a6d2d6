/** SetTeleconferenceSession: changes what is given of an audio-only session. */

import { judgeOfChange } from '../../policies/session.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { extension } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { audioOnlyService } from '../service.ts';
import { auo } from '../types/namespaces.ts';
import { audioOnlyType, oneAudioOnly } from './teleconference-type.ts';
import { wishOf } from './teleconference-wish.ts';

export const setTeleconferenceSession = operation({
  service: audioOnlyService,
  name: 'SetTeleconferenceSession',
  level: '5.5',
  summary:
    'Changes what is given of an audio-only session; people who are named replace those of their kind of access.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [...REFUSED_WISHES, SessionNotFound, SessionInProgress],
  request: extension(auo, 'setTeleconferenceSession', audioOnlyType, oneAudioOnly),
  response: body(audioOnlyService, 'setTeleconferenceSessionResponse', {}),
  samples: { sessionKey: '715500236' },
  async run({ app, site, account, hint }, request) {
    await reschedule(app, site, {
      sessionKey: request.sessionKey,
      caller: account,
      judge: judgeOfChange(site, account),
      service: SESSION_SERVICES.audioOnly,
      wish: wishOf(request, hint),
    });
    return {};
  },
});
