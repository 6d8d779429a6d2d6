/** DelTrainingSession: takes a training off; its key is never given again. */
import { checkOwns, judgeOfDeletion } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { oneTraining } from './training-type.ts';

export const delTrainingSession = operation({
  service: trainingService,
  name: 'DelTrainingSession',
  level: '5.5',
  summary: 'Deletes a training with all of its sessions; one that is in progress stays.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [SessionNotFound, AccessDenied, SessionInProgress],
  request: body(trainingService, 'delTrainingSession', oneTraining),
  response: body(trainingService, 'delTrainingSessionResponse', {}),
  samples: { sessionKey: '630127746' },
  async run({ site, account, app: { sessions } }, { sessionKey }) {
    const judge = judgeOfDeletion(sessions, account, checkOwns);
    await sessions.remove(site, sessionKey, async (current, tx) => {
      if (!SESSION_SERVICES.training.has(site, current)) throw new SessionNotFound(sessionKey);
      await judge(current, tx);
    });
    return {};
  },
});
