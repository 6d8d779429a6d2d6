/** o.php: ST sets the service that the calls after it are about. It needs nobody, and always goes back. */

import { appendCookie, cookieOf } from '../browser/cookies.ts';
import { Refused } from '../browser/reasons.ts';
import type { PageCall } from '../browser/site-page.ts';
import type { ServiceType } from '../sites/service-type.ts';
import { type CommandCall, commandPage } from './command.ts';
import { hasService, SERVICE_CODES } from './service-codes.ts';

const COOKIE = 'service';

export const oPhp = commandPage({
  ST: {
    needs: 'nobody',
    async run(call: CommandCall) {
      const SP = call.parameters.get('SP')?.toUpperCase() ?? 'MC';
      const service = SERVICE_CODES.get(SP);
      if (!service || !hasService(call.site, service)) throw new Refused('NoMeetingTypeSupport');
      appendCookie(call, { name: COOKIE, value: SP, sameSite: 'Lax' });
      return {};
    },
  },
});

/** The service that was set in this browser, or else meetings. */
export function rememberedService({ request, site }: PageCall): ServiceType {
  const service = SERVICE_CODES.get(cookieOf(request, COOKIE) ?? '');
  return service && hasService(site, service) ? service : 'MeetingCenter';
}
