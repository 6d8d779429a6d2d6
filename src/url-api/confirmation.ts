/** Asks the person whether they want what another site has sent their browser here for. */
import type { FastifyReply } from 'fastify';
import { isSentByStrangers } from '../browser/cross-site.ts';
import { isLedHere } from '../browser/led-on.ts';
import { isOwnForm, ownFormField } from '../browser/own-form.ts';
import { sentFields } from '../browser/parameters/declared.ts';
import { show } from '../browser/show.ts';
import type { CommandCall } from './command.ts';

/** Whether a browser brings a command that its person may not know of. */
export async function needsConfirmation(call: CommandCall): Promise<boolean> {
  if (call.browserSession === undefined || isOwnForm(call)) return false;
  return isSentByStrangers(call) && !(await isLedHere(call));
}

/** The same call, as a form of the site. */
export async function askToConfirm(call: CommandCall): Promise<FastifyReply> {
  const { folder, request, browserSession, command } = call;
  const page = request.url.split('?')[0]?.split('/').at(-1) ?? '';
  const { FORM: _, CSRF: __, ...sent } = sentFields(request);
  const token = browserSession && { CSRF: browserSession.csrf };
  return show(call, {
    page: 'confirm',
    command: `${page} ${command}`,
    subject: sent.MN ?? sent.MK ?? (command === 'LI' ? sent.WID : undefined),
    form: {
      action: folder.address(page),
      fields: { ...sent, ...token, ...ownFormField(call), CONFIRMED: '1' },
    },
    back: folder.address(''),
  });
}
