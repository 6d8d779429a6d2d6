/** The labs of a site in the console: how many computers each has is said here, and by no operation. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../browser/answer.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { isOwnForm, ownFormField } from '../browser/own-form.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { key, text } from '../browser/parameters/parameter.ts';
import { reasonOf } from '../browser/reasons.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';
import { checkManagesLabs } from '../policies/lab.ts';
import { AccessDenied } from '../refusal.ts';

export const LABS = {
  LAB: key('the lab'),
  COMPUTERS: key('how many computers it has'),
  NAME: text('the name of a new lab', { longest: 128, line: true }),
};

/** @throws AccessDenied for everybody but site administrators and those who administer labs. */
export async function labs(call: PageCall): Promise<FastifyReply> {
  const browserSession = await browserSessionOf(call);
  if (!browserSession) throw new AccessDenied('sign in first');
  const { context, site, folder } = call;
  checkManagesLabs(await context.accounts.withProfile(browserSession.account));
  if (call.request.method !== 'POST') return labsPage(call);
  if (!isOwnForm(call)) return labsPage(call, 'CSRFRequired');
  try {
    const { LAB, COMPUTERS, NAME } = parametersOf(call.request, LABS);
    if (LAB !== undefined) await context.labs.change(site, LAB, { totalComputers: COMPUTERS ?? 0 });
    else if (NAME !== undefined) await context.labs.create(site, { labName: NAME });
  } catch (error) {
    const problem = reasonOf(error);
    if (problem === undefined) throw error;
    return labsPage(call, problem);
  }
  return redirect(call, folder.page('console/labs'));
}

async function labsPage(call: PageCall, problem?: string): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const action = folder.address('console/labs');
  const own = ownFormField(call);
  return show(call, {
    page: 'labs',
    problem,
    back: folder.address('console'),
    labs: (await context.labs.of(site)).map(({ labID, ...lab }) => ({
      ...lab,
      form: { action, fields: { LAB: String(labID), ...own } },
    })),
    add: { action, fields: own },
  });
}
