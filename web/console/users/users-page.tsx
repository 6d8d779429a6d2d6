/** The list of users: found as one types, narrowed, sorted, a page at a time. */
import type { UserLine, UsersAnswer } from '../../../src/console/users/users-data.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { ChoiceFilter, Filters, SearchFilter } from '../parts/filters.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, EmptyState, Notice, TimeText } from '../parts/small.tsx';
import { type ListState, useListState } from '../parts/use-list-state.ts';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import { StandingBadge } from './standing-badge.tsx';
import '../../styles/console-users.css';

const ROLES = ['admin', 'readOnlyAdmin', 'host', 'attendee'] as const;
const STATES = ['active', 'inactive', 'awaiting', 'locked', 'expired', 'unconfirmed'] as const;

export function Page() {
  const texts = areaTexts('users');
  const state = useListState('name');
  const call = useCall<UsersAnswer>('users', { query: state.query });
  return (
    <>
      <PageHead
        title={texts.title}
        lead={call.data && totalWords(call.data)}
        actions={
          <>
            <ButtonLink to="users/files">{texts.filesAction}</ButtonLink>
            {SHELL.me.mayWrite && call.data?.isManaged && (
              <ButtonLink kind="main" icon="plus" to="users/new">
                {texts.add}
              </ButtonLink>
            )}
          </>
        }
      />
      {call.data && !call.data.isManaged && <Notice>{texts.managedElsewhere}</Notice>}
      <Filters>
        <SearchFilter state={state} label={texts.search} />
        <ChoiceFilter
          state={state}
          name="state"
          label={texts.columns.status}
          choices={[
            { id: '', words: texts.everyState },
            ...STATES.map((id) => ({ id, words: texts.states[id] })),
          ]}
        />
        <ChoiceFilter
          state={state}
          name="role"
          label={texts.columns.role}
          choices={[
            { id: '', words: texts.everyRole },
            ...ROLES.map((id) => ({ id, words: texts.roles[id] })),
          ]}
        />
      </Filters>
      <Loaded call={call}>
        {({ users, next, isManaged }) => (
          <DataTable
            label={texts.title}
            columns={columns()}
            rows={users}
            idOf={({ userID }) => String(userID)}
            toOf={({ userID }) => `users/${userID}`}
            state={state}
            next={next ?? undefined}
            isBusy={call.isPlaceholderData}
            empty={<NobodyFound state={state} next={next} isManaged={isManaged} />}
          />
        )}
      </Loaded>
    </>
  );
}

function NobodyFound({
  state,
  next,
  isManaged,
}: {
  readonly state: ListState;
  readonly next: string | null;
  readonly isManaged: boolean;
}) {
  const texts = areaTexts('users');
  const isNarrowed = ['q', 'state', 'role'].some((name) => state.get(name) !== '');
  if (next !== null) {
    return (
      <EmptyState
        title={texts.lookFurther.title}
        action={<Button onPress={() => state.goTo(next)}>{texts.lookFurther.action}</Button>}
      />
    );
  }
  if (!isNarrowed) {
    return (
      <EmptyState
        title={texts.nobody}
        action={
          SHELL.me.mayWrite &&
          isManaged && (
            <ButtonLink kind="main" to="users/new">
              {texts.add}
            </ButtonLink>
          )
        }
      />
    );
  }
  return (
    <EmptyState
      title={texts.nobodyFound}
      action={
        <Button onPress={() => state.set({ q: undefined, state: undefined, role: undefined })}>
          {texts.showAll}
        </Button>
      }
    />
  );
}

function totalWords({ total }: UsersAnswer): string {
  const { count, more } = areaTexts('users').totals;
  return total.isExact ? count(total.count) : more(total.count);
}

function columns(): readonly Column<UserLine>[] {
  const { columns: names, roles, unconfirmed, never } = areaTexts('users');
  return [
    {
      id: 'name',
      name: names.name,
      isName: true,
      isSorted: true,
      cell: ({ firstName, lastName }) => <bdi>{`${firstName} ${lastName}`.trim() || '–'}</bdi>,
    },
    { id: 'webExID', name: names.webExID, isSorted: true, cell: ({ webExID }) => <bdi>{webExID}</bdi> },
    {
      id: 'email',
      name: names.email,
      isSorted: true,
      cell: ({ email, emailConfirmed }) => (
        <span className="user-email">
          <bdi>{email}</bdi>
          {!emailConfirmed && <Badge tone="attention">{unconfirmed}</Badge>}
        </span>
      ),
    },
    { id: 'role', name: names.role, isSorted: true, cell: ({ role }) => roles[role] },
    {
      id: 'status',
      name: names.status,
      isSorted: true,
      cell: ({ standing }) => <StandingBadge standing={standing} />,
    },
    {
      id: 'registered',
      name: names.registered,
      isSorted: true,
      isExtra: true,
      cell: ({ registeredAt }) => <TimeText at={registeredAt} as="date" />,
    },
    {
      id: 'expires',
      name: names.expires,
      isSorted: true,
      isExtra: true,
      cell: ({ expiresAt }) =>
        expiresAt === null ? <span className="c-soft">{never}</span> : <TimeText at={expiresAt} as="date" />,
    },
  ];
}
