/** What GetSessionInfo tells of a training, an event or a sales session beside what every session has. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
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

/** @param host who keeps the accounts and opportunities of a sales session */
export async function serviceNames(
  { programs, salesAccounts, opportunities }: Pick<Context, 'programs' | 'salesAccounts' | 'opportunities'>,
  site: Site,
  { document }: SessionWithDocument,
  host: AccountWithProfile,
): Promise<ServiceNames> {
  switch (document.kind) {
    case 'event': {
      const { programID } = document;
      const program = programID === undefined ? undefined : await programs.find(site, programID);
      return { programName: program?.name };
    }
    case 'sales': {
      const { intAccountID, intOpptyID } = document;
      const [account] = intAccountID === undefined ? [] : await salesAccounts.of(host, { intAccountID });
      const [opportunity] = intOpptyID === undefined ? [] : await opportunities.of(host, { intOpptyID });
      return {
        account: account?.name,
        opportunity: opportunity?.name,
      };
    }
    default:
      return {};
  }
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
