/** CreateSupportSession: begins a support session. */
import { checkSupports } from '../../policies/support.ts';
import { AccessDenied } from '../../refusal.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { schedule } from '../../sessions/schedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { supportWish } from '../../sessions/support.ts';
import { complex, extension, integer, long, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { supportService } from '../service.ts';
import { bodyContentType } from '../types/body.ts';
import { trackingType } from '../types/common.ts';
import { sc } from '../types/namespaces.ts';

const metaDataType = complex(sc, 'metaDataType', { sessionType: optional(integer({ sample: '13' })) });

const supportType = extension(sc, 'supportType', bodyContentType, {
  metaData: optional(metaDataType),
  tracking: optional(trackingType),
});

export const createSupportSession = operation({
  service: supportService,
  name: 'CreateSupportSession',
  level: '5.5',
  summary:
    'Makes a support session that begins now, for a customer support representative: a host with a session type of ' +
    'the Support Center. It is in progress when they open it, by GethosturlMeeting or on the site; their customer ' +
    'joins it by its key, and waits until then. It is listed to nobody else.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [...REFUSED_WISHES, AccessDenied],
  request: extension(sc, 'createSupportSession', supportType, {}),
  response: body(supportService, 'createSupportSessionResponse', { sessionKey: optional(long()) }),
  async run({ app, site, account }, { metaData, tracking }) {
    const host = await app.accounts.withProfile(account);
    checkSupports(site, host);
    const asked = { sessionType: metaData?.sessionType, tracking };
    const session = await schedule(app, site, {
      host,
      creator: account,
      service: SESSION_SERVICES.support,
      wish: supportWish(site, host, asked, app.random),
    });
    return { sessionKey: session.sessionKey };
  },
});
