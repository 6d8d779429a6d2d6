/** What GetSessionInfo tells of a training, an event or a sales session beside what every session has. */
import type { Context } from '../../context.ts';
import { type ScheduledTest, testStatus } from '../../exams/scheduled-test.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';
import type { Show } from './session-info-visibility.ts';

/** Names that the session's document has only numbers of. */
export interface ServiceNames {
  readonly programName?: string | undefined;
  readonly account?: string | undefined;
  readonly opportunity?: string | undefined;
}

export async function serviceNames(
  { programs, salesSubjects }: Pick<Context, 'programs' | 'salesSubjects'>,
  site: Site,
  { document }: SessionWithDocument,
): Promise<ServiceNames> {
  switch (document.kind) {
    case 'event': {
      const { programID } = document;
      const program = programID === undefined ? undefined : await programs.find(site, programID);
      return { programName: program?.name };
    }
    case 'sales': {
      const { accounts, opportunities } = await salesSubjects.names([document]);
      return {
        account: accounts.get(document.intAccountID),
        opportunity: opportunities.get(document.intOpptyID),
      };
    }
    default:
      return {};
  }
}

/** The tests of a training. @param now decides which of them have begun */
export function testElements(
  session: SessionWithDocument,
  tests: readonly ScheduledTest[],
  { titleURL, now }: { readonly titleURL: string; readonly now: number },
  show: Show,
) {
  const shown = tests.map((test) => ({
    title: test.title,
    titleURL,
    delivery: test.delivery,
    status: testStatus(test, session, now),
  }));
  return { test: show('test', shown) ?? [] };
}

/** Beside the elements that are metaData's. */
export function serviceElements(
  { document }: SessionWithDocument,
  people: readonly Attendee[],
  { programName }: ServiceNames,
  show: Show,
) {
  const presenters = people.filter(({ role }) => role === 'PRESENTER').map(({ name }) => name);
  const panelistsInfo = document.kind === 'event' ? document.panelistsInfo : undefined;
  return {
    presenter: show('presenter', presenters) ?? [],
    panelistsInfo: panelistsInfo === undefined ? undefined : show('panelistsInfo', panelistsInfo),
    programName: programName === undefined ? undefined : show('programName', programName),
  };
}

export function serviceMetaData(
  { document }: SessionWithDocument,
  { account, opportunity }: ServiceNames,
  show: Show,
) {
  const description = 'description' in document ? document.description : undefined;
  return {
    description: description === undefined ? undefined : show('description', description),
    account: account === undefined ? undefined : show('account', account),
    opportunity: opportunity === undefined ? undefined : show('opportunity', opportunity),
  };
}
