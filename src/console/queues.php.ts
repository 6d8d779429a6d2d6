/** queues.php: the administrators of a site make the queues of Web ACD there, and take them away. */
import type { FastifyReply } from 'fastify';
import { QueueNameTaken, QueueNotFound, TooManyQueues } from '../accounts/web-acd/queue.ts';
import { LONGEST_QUEUE_NAME } from '../accounts/web-acd/queues.ts';
import { redirect } from '../browser/answer.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { isOwnForm, ownFormField } from '../browser/own-form.ts';
import type { QueuesPage } from '../browser/pages/page-data.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { type Asked, digits, text, word } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import { signInPage } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { checkAdministers, checkReadsSite, mayAdminister } from '../policies/site.ts';
import { RuleBroken } from '../refusal.ts';

const QUEUES = {
  DO: word('what is done', ['MAKE', 'REMOVE']),
  // One more than a queue's name may have, so that a longer one is told of.
  NAME: text('the name of a new queue', { longest: LONGEST_QUEUE_NAME + 1, cut: true }),
  ID: digits('the queue'),
};
type Given = Asked<typeof QUEUES>;

/** @throws AccessDenied for everybody but administrators; those who may only read see the queues. */
export async function queuesPhp(call: PageCall): Promise<FastifyReply> {
  const { request, folder } = call;
  const browserSession = await browserSessionOf(call);
  if (!browserSession) return signInPage(call, { MU: folder.address('queues.php') });
  const { account } = browserSession;
  checkReadsSite(account);
  const changes = mayAdminister(account);
  if (request.method !== 'POST') return queuesPage(call, { changes });
  checkAdministers(account);
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  const given = parametersOf(request, QUEUES);
  try {
    await done(call, given);
  } catch (error) {
    if (error instanceof QueueNotFound)
      return show(call, { page: 'error', status: 404, problem: 'NotFound' });
    const problem = problemOf(error);
    if (!problem) throw error;
    return queuesPage(call, { changes, problem, name: given.NAME });
  }
  return redirect(call, folder.page('queues.php'));
}

async function done({ context, site }: PageCall, { DO, NAME = '', ID }: Given): Promise<void> {
  if (DO === 'REMOVE') await context.queues.remove(site, Number(ID ?? 0));
  else await context.queues.create(site, NAME);
}

function problemOf(error: unknown): QueuesPage['problem'] {
  if (error instanceof QueueNameTaken) return 'taken';
  if (error instanceof TooManyQueues) return 'full';
  return error instanceof RuleBroken ? 'name' : undefined;
}

interface Shown extends Pick<QueuesPage, 'problem' | 'name'> {
  readonly changes: boolean;
}

async function queuesPage(call: PageCall, { changes, problem, name }: Shown): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const form = (fields: Readonly<Record<string, string>>) => ({
    action: folder.address('queues.php'),
    fields: { ...ownFormField(call), ...fields },
  });
  const queues = await context.queues.of(site);
  return show(call, {
    page: 'queues',
    problem,
    name,
    queues: queues.map(({ id, name: queue, numUsers }) => ({
      id: String(id),
      name: queue,
      people: numUsers,
      remove: changes ? form({ DO: 'REMOVE', ID: String(id) }) : undefined,
    })),
    make: changes ? form({ DO: 'MAKE' }) : undefined,
    back: folder.address('console'),
  });
}
