import { jobDoers } from '../../../src/console/users/jobs/index.ts';
import type { JobBegun } from '../../../src/jobs/jobs.ts';
import type { ConsoleRows, ConsoleWorld } from '../console-row.ts';

const FILE = { name: 'people.csv', bytes: 'FirstName,LastName,UserName\nOnly,Two\n' };

async function aUser({ site, fresh }: ConsoleWorld) {
  const { webExID } = await site.person({ webExId: `${fresh}user`, email: `${fresh}@acme.com` });
  const { accounts, sites } = site.context;
  const { userId } = await accounts.required(await sites.required('acme'), webExID);
  await noWork({ site });
  return { userID: String(userId) };
}

/** What was begun before is done: nothing changes while somebody is refused. */
async function noWork({ site: { context } }: Pick<ConsoleWorld, 'site'>): Promise<Record<string, string>> {
  context.jobWork.start(jobDoers(context));
  await context.jobWork.drain();
  await context.events.drain();
  return {};
}

async function begun({ site }: Pick<ConsoleWorld, 'site'>, of: JobBegun): Promise<{ job: string }> {
  const acme = await site.context.sites.required('acme');
  return { job: (await site.context.jobs.begin(acme, of)).token };
}

async function* bytes() {
  yield Buffer.from(FILE.bytes);
}

const EXPORT: JobBegun = { kind: 'accounts.export', wish: { form: 'csv', only: 'inactive' } };

function importing(isDryRun: boolean): JobBegun {
  const wish = { fileName: 'people.csv', isDryRun, sendsWelcome: false };
  return { kind: 'accounts.import', wish, input: { bytes: bytes(), most: 10_000 } };
}

/** A job that has ended. */
function done(of: () => JobBegun) {
  return async (world: ConsoleWorld) => {
    await noWork(world);
    const job = await begun(world, of());
    await world.site.context.jobWork.drain();
    return job;
  };
}

/** A job that waits, because nobody does it. */
async function waiting(world: ConsoleWorld) {
  await noWork(world);
  await world.site.context.jobWork.stop();
  return begun(world, EXPORT);
}

async function changed({ site, fresh }: ConsoleWorld) {
  const { accounts, sites } = site.context;
  const account = await accounts.required(await sites.required('acme'), `${fresh}user`);
  const { accountVersion } = await import('../../../src/console/users/account-values.ts');
  return {
    version: accountVersion(await accounts.withProfile(account)),
    change: { title: 'Doctor', privileges: { siteAdmin: true } },
  };
}

export const ROWS: ConsoleRows = {
  'GET users': [{ params: noWork }],
  'GET users/choices': [{}],
  'GET users/:userID': [{ params: aUser }],
  'POST users': [
    {
      params: noWork,
      changes: true,
      body: ({ fresh }) => ({
        ...{ webExID: `${fresh}new`, email: `${fresh}new@acme.com`, firstName: 'New', lastName: 'User' },
        sendsWelcome: true,
      }),
    },
  ],
  'PUT users/:userID': [{ params: aUser, body: changed, changes: true }],
  'POST users/:userID/activate': [
    {
      async params(world) {
        const user = await aUser(world);
        const { accounts, sites } = world.site.context;
        const acme = await sites.required('acme');
        await accounts.change(acme, `${world.fresh}user`, () => ({ active: 'DEACTIVATED' }));
        await noWork(world);
        return user;
      },
      changes: true,
    },
  ],
  'POST users/:userID/deactivate': [{ params: aUser, changes: true }],
  'POST users/:userID/unlock': [
    {
      async params(world) {
        const user = await aUser(world);
        const { accounts, sites } = world.site.context;
        await accounts.change(await sites.required('acme'), `${world.fresh}user`, () => ({ locked: true }));
        await noWork(world);
        return user;
      },
      changes: true,
    },
  ],
  'POST users/:userID/sign-out': [{ params: aUser, changes: true }],
  'POST users/:userID/reset-password': [{ params: aUser, changes: true }],
  'PUT users/:userID/password': [
    { params: aUser, body: () => ({ password: 'N3w-P@ssword-9', mustChange: true }), changes: true },
  ],
  'POST users/import': [{ params: noWork, file: () => FILE, changes: true }],
  'POST users/export': [{ params: noWork, body: () => ({ form: 'csv', only: 'inactive' }), changes: true }],
  'GET jobs': [{ params: noWork }],
  'GET jobs/:job': [{ params: done(() => EXPORT) }],
  'GET jobs/:job/progress': [{ params: done(() => EXPORT) }],
  'GET jobs/:job/rows': [{ params: done(() => importing(true)) }],
  'GET jobs/:job/file': [{ params: done(() => EXPORT) }],
  'POST jobs/:job/import': [{ params: done(() => importing(true)), body: () => ({}), changes: true }],
  'POST jobs/:job/abort': [{ params: waiting, changes: true }],
};
