import { judgeOfDeletion } from '../../policies/session.ts';
import { flag, optional } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundSession } from './found-session.ts';

export const deleteSession = endpoint({
  method: 'DELETE',
  path: 'sessions/:key',
  summary:
    'Deletes a session that does not run. Those who were told of it are told; `tell` says that everybody or nobody is.',
  may: administers,
  query: { tell: optional(flag()) },
  async run(call, { params, query: { tell } }) {
    const { context, site, account } = call;
    const { sessionKey } = await foundSession(call, params.key);
    await context.sessions.remove(site, sessionKey, judgeOfDeletion(context.sessions, account), tell);
    return {};
  },
});
