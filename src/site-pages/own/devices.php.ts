/** devices.php: where somebody is signed in, and how that ends. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { spokenTo } from '../../browser/appearance.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { Form } from '../../browser/pages/form.ts';
import type { DevicesPage } from '../../browser/pages/own-pages.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text, word } from '../../browser/parameters/parameter.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { localeOf } from '../../language.ts';
import type { DeviceHolder } from '../../sign-in/devices/signed-in-devices.ts';
import type { BrowserSession } from '../../sign-in/tickets.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { ownPage } from './own-page.ts';

export const DEVICES = {
  DO: word('what is done: END signs one out, OTHERS all but this one', ['END', 'OTHERS']),
  ID: text('the device', { longest: 128, line: true }),
  WAS: word('what has been done', ['ENDED', 'OTHERS']),
};

export const devicesPhp = ownPage({
  path: 'devices.php',
  async shown(call, own) {
    const { WAS } = parametersOf(call.request, DEVICES);
    return devicesPage(call, own, WAS === 'ENDED' ? 'ended' : WAS === 'OTHERS' ? 'others' : undefined);
  },
  async posted(call, own) {
    const { DO, ID } = parametersOf(call.request, DEVICES);
    const { devices } = call.context;
    const holder = holderOf(call, own);
    if (DO === 'OTHERS') await devices.endOthers(holder);
    else if (DO !== 'END' || ID === undefined || !(await devices.end(holder, ID))) {
      return show(call, { page: 'error', status: 404, problem: 'NotFound' });
    }
    return redirect(call, call.folder.page('devices.php', { WAS: DO === 'OTHERS' ? 'OTHERS' : 'ENDED' }));
  },
});

function holderOf({ site }: PageCall, { account, id }: BrowserSession): DeviceHolder {
  return { site, account, thisDevice: id };
}

async function devicesPage(
  call: PageCall,
  own: BrowserSession,
  done: DevicesPage['done'],
): Promise<FastifyReply> {
  const { context, folder } = call;
  const format = new Intl.DateTimeFormat(localeOf(await spokenTo(call)), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zoneOf(own.account.timeZoneID).iana,
  });
  const form = (fields: Readonly<Record<string, string>>): Form => ({
    action: folder.address('devices.php'),
    fields: { ...ownFormField(call), ...fields },
  });
  const devices = await context.devices.list(holderOf(call, own));
  return show(call, {
    page: 'devices',
    done,
    devices: devices.map(({ id, signedInAt, lastSeenAt, ...device }) => ({
      ...device,
      id,
      signedIn: format.format(signedInAt),
      lastSeen: format.format(lastSeenAt),
      end: device.isThis ? undefined : form({ DO: 'END', ID: id }),
    })),
    endOthers: devices.length > 1 ? form({ DO: 'OTHERS' }) : undefined,
    profile: folder.address('profile.php'),
  });
}
