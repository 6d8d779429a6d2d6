/** programs.php: hosts and administrators make, change and end programs of events there. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../accounts/account.ts';
import { redirect } from '../browser/answer.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { isOwnForm, ownFormField } from '../browser/own-form.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { type Asked, digits, text, word } from '../browser/parameters/parameter.ts';
import { reasonOf } from '../browser/reasons.ts';
import { show } from '../browser/show.ts';
import { signInPage } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { judgeOfProgram, mayMakePrograms, mayManageProgram, programsFor } from '../policies/program.ts';
import { PROGRAM_LIMITS, type Program, type ProgramWish } from '../sessions/programs/program.ts';
import { LIST_STATUSES } from '../sessions/session.ts';

const limited = (meaning: string, longest: number) => text(meaning, { longest: longest + 1, cut: true });

const PROGRAMS = {
  ID: digits('the program'),
  DO: word('what is done', ['SAVE', 'END']),
  NAME: limited('its name', PROGRAM_LIMITS.name),
  STATUS: word('to whom it is listed', LIST_STATUSES),
  ABOUT: limited('what it is about', PROGRAM_LIMITS.description),
  EXPECTED: limited('how many are expected to enrol', PROGRAM_LIMITS.expectedEnrollment),
  BUDGET: limited('its budget', PROGRAM_LIMITS.budget),
  AFTER: limited('the page after enrollment', PROGRAM_LIMITS.afterEnrollmentURL),
};
type Given = Asked<typeof PROGRAMS>;

/** Rows of the page. */
const SHOWN = 200;

export async function programsPhp(call: PageCall): Promise<FastifyReply> {
  const { request, folder, site, context } = call;
  const browserSession = await browserSessionOf(call);
  if (!browserSession) return signInPage(call, { MU: folder.address('programs.php') });
  const { account } = browserSession;
  if (!mayMakePrograms(account)) return show(call, { page: 'error', status: 403, problem: 'AccessDenied' });
  const given = parametersOf(request, PROGRAMS);
  if (request.method !== 'POST') {
    const program = given.ID === undefined ? undefined : await context.programs.find(site, Number(given.ID));
    if (given.ID === undefined) return programsPage(call, account, given);
    if (!program || !mayManageProgram(account, program)) {
      return show(call, { page: 'error', status: 404, problem: 'NotFound' });
    }
    return programsPage(call, account, asGiven(program));
  }
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  try {
    await done(call, account, given);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    if (reason === 'NotFound') return show(call, { page: 'error', status: 404, problem: reason });
    return programsPage(call, account, given, reason);
  }
  return redirect(call, folder.page('programs.php'));
}

async function done({ context, site }: PageCall, account: Account, fields: Given): Promise<void> {
  const { programs } = context;
  const judge = judgeOfProgram(account);
  if (fields.DO === 'END') await programs.end(site, Number(fields.ID ?? 0), judge);
  else if (fields.ID === undefined) await programs.create(site, account, wishOf(fields));
  else await programs.change(site, Number(fields.ID), judge, wishOf(fields));
}

function wishOf({ NAME = '', STATUS, ABOUT, EXPECTED, BUDGET, AFTER }: Given): ProgramWish {
  return {
    name: NAME.trim(),
    listStatus: LIST_STATUSES.find((one) => one === STATUS) ?? 'PUBLIC',
    description: ABOUT,
    expectedEnrollment: EXPECTED,
    budget: BUDGET,
    afterEnrollmentURL: AFTER,
  };
}

function asGiven(program: Program): Given {
  return {
    ID: String(program.id),
    DO: undefined,
    NAME: program.name,
    STATUS: program.listStatus,
    ABOUT: program.description,
    EXPECTED: program.expectedEnrollment,
    BUDGET: program.budget,
    AFTER: program.afterEnrollmentURL,
  };
}

async function programsPage(
  call: PageCall,
  account: Account,
  { ID, DO: _deed, ...given }: Given,
  problem?: string,
): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const page = { startFrom: 1, maximumNum: SHOWN, order: [] };
  const { programs } = await context.programs.search(site, programsFor(account), page);
  const changed = programs.find(({ id }) => String(id) === ID);
  const form = (fields: Readonly<Record<string, string>>) => ({
    action: folder.address('programs.php'),
    fields: { ...ownFormField(call), ...fields },
  });
  return show(call, {
    page: 'programs',
    problem,
    programs: programs.map((one) => {
      const manages = mayManageProgram(account, one);
      return {
        id: String(one.id),
        name: one.name,
        status: one.listStatus,
        url: folder.address('program.php', { P: one.token }),
        change: manages ? folder.address('programs.php', { ID: String(one.id) }) : undefined,
        end: manages ? form({ DO: 'END', ID: String(one.id) }) : undefined,
      };
    }),
    changed: changed?.name,
    given,
    form: form({ DO: 'SAVE', ...(changed && { ID: String(changed.id) }) }),
    home: folder.address(''),
  });
}
