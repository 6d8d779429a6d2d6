/** What a page of the list of users costs on a site of many accounts and on one of few: processor time, without the network. */
import type { DirectorySearch } from '../src/accounts/directory/account-directory.ts';
import type { OrderAsked } from '../src/accounts/directory/directory-order.ts';
import { type BigAccounts, bigAccounts } from './big-accounts.ts';
import { type Contender, cpuOf, inTurn, numbered, type Rounds } from './measure.ts';
import { temporaryFolder } from './processes.ts';
import { aims, cpuTable } from './report.ts';

const SMALL = 1_000;
const LARGE = 100_000;

const REQUESTS = 60;
const ROUNDS: Rounds = { warmUp: 2, counted: 9 };

interface List {
  readonly name: string;
  readonly search?: Partial<DirectorySearch>;
  readonly order: OrderAsked;
  /** Accounts of the page. */
  readonly shown: number;
}

function sorted(by: OrderAsked['by'], descending = false): OrderAsked {
  return { by, descending };
}

const LISTS: readonly List[] = [
  { name: 'the first page', order: sorted('name'), shown: 50 },
  { name: 'a search for a name', search: { text: 'family000007' }, order: sorted('name'), shown: 20 },
  {
    name: 'a search for two words',
    search: { text: 'person77@example.com given77' },
    order: sorted('email'),
    shown: 1,
  },
  { name: 'a search that all match', search: { text: 'example.com' }, order: sorted('name'), shown: 50 },
  { name: 'hosts', search: { role: 'host', state: 'active' }, order: sorted('name'), shown: 50 },
  { name: 'those who are locked', search: { state: 'locked' }, order: sorted('webExID'), shown: 40 },
  ...(['webExID', 'email', 'role', 'status', 'registered', 'expires'] as const).map((by) => ({
    name: `sorted by ${by}, backwards`,
    order: sorted(by, true),
    shown: 50,
  })),
];

export async function accounts(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(temporaryFolder()).path;
  const sites = [
    { name: 'of 1,000', site: started.use(await bigAccounts(folder, SMALL)) },
    { name: 'of 100,000', site: started.use(await bigAccounts(folder, LARGE)) },
  ];
  const contenders = LISTS.flatMap((list) =>
    sites.map(({ name, site }) => listing(`${list.name} ${name}`, site, list)),
  );
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `A page of 50 users, in one process; ${ROUNDS.counted} rounds of ${REQUESTS} pages each, in turn`,
    '',
    cpuTable(contenders, measured),
    '',
    aims(
      LISTS.map(({ name }) => ({
        what: `CPU of ${name}, 100,000 accounts to 1,000`,
        found: measured.ratio(`${name} of 100,000`, `${name} of 1,000`, 'cpu'),
        atMost: 1.3,
      })),
    ),
  ].join('\n');
}

function listing(name: string, { context, site }: BigAccounts, { search, order, shown }: List): Contender {
  const { accountDirectory, clock } = context;
  return {
    name,
    measure: () =>
      cpuOf(numbered(REQUESTS), async () => {
        const now = clock.now();
        const lockout = { tries: 6, since: now - 1_800_000 };
        const page = await accountDirectory.page(site, { ...search, now, lockout }, { order, size: 50 });
        if (page.accounts.length !== shown) throw new Error(`${name}: ${page.accounts.length} accounts`);
      }),
  };
}
