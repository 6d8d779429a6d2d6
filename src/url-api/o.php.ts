/** o.php: ST sets the service that the calls after it are about. It needs nobody, and always goes back. */

import { appendCookie, cookieOf } from '../browser/cookies.ts';
import { word } from '../browser/parameters/parameter.ts';
import { Refused } from '../browser/reasons.ts';
import type { PageCall } from '../browser/site-page.ts';
import { type ServiceType, USUAL_SERVICE } from '../sites/service-type.ts';
import { commandPage, forAnybody } from './command.ts';
import { hasService, SERVICE_CODES } from './service-codes.ts';

const COOKIE = 'service';

export const oPhp = commandPage({
  ST: forAnybody({
    summary: 'sets the service for the calls that follow',
    parameters: { SP: word('the service', [...SERVICE_CODES.keys()]) },
    async run(call) {
      const { SP = 'MC' } = call.parameters;
      const service = SERVICE_CODES.get(SP);
      if (!service || !hasService(call.site, service)) throw new Refused('NoMeetingTypeSupport');
      appendCookie(call, { name: COOKIE, value: SP, sameSite: 'Lax' });
      return {};
    },
  }),
});

/** The service that was set in this browser, or else meetings. */
export function rememberedService({ request, site }: PageCall): ServiceType {
  const service = SERVICE_CODES.get(cookieOf(request, COOKIE) ?? '');
  return service && hasService(site, service) ? service : USUAL_SERVICE;
}
