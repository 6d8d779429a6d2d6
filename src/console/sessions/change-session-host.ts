import { judgeOfChange } from '../../policies/session.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { object, text } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundSession } from './found-session.ts';
import { sessionDetail } from './read-session.ts';
import type { SessionDetail } from './sessions-data.ts';

export const changeSessionHost = endpoint({
  method: 'PUT',
  path: 'sessions/:key/host',
  summary: 'Gives a session to another host, by their user name. One that runs stays as it is.',
  may: administers,
  body: object({ host: text({ min: 1, max: 128 }) }),
  async run(call, { params, body: { host } }): Promise<SessionDetail> {
    const { context, site, account } = call;
    const { sessionKey } = await foundSession(call, params.key);
    const judge = judgeOfChange(site, account);
    return sessionDetail(
      call,
      await reschedule(context, site, { sessionKey, caller: account, judge, wish: { host } }),
    );
  },
});
