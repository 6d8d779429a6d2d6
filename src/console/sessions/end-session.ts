import { SessionNotRunning } from '../../live/live.ts';
import { managed } from '../../policies/session.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundSession } from './found-session.ts';

export const endSession = endpoint({
  method: 'POST',
  path: 'sessions/:key/end',
  summary: 'Ends a session that runs, for everybody.',
  may: administers,
  async run(call, { params }) {
    const { context, site, account } = call;
    const session = await foundSession(call, params.key);
    await managed(context.sessions, session, account);
    if (!(await context.live.end(site, session.sessionKey))) throw new SessionNotRunning(session.sessionKey);
    return {};
  },
});
