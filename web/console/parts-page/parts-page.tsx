/** All parts on one page, to be looked at while they are made. */
import { useState } from 'react';
import { ApiProblem } from '../api-problem.ts';
import { ActionMenu } from '../parts/action-menu.tsx';
import { Button } from '../parts/button.tsx';
import { ComboField } from '../parts/combo-field.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { ConsoleForm, FormSection } from '../parts/console-form.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ChoiceField, LongTextField, NumberField, SwitchField, TextField } from '../parts/fields.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { ChoiceFilter, Filters, SearchFilter } from '../parts/filters.tsx';
import type { FormValues } from '../parts/form-state.ts';
import { PageHead } from '../parts/page-head.tsx';
import {
  Badge,
  EmptyState,
  KeyValue,
  KeyValues,
  Notice,
  Panel,
  ProgressBar,
  TimeText,
} from '../parts/small.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useToasts } from '../parts/toast.tsx';
import { useListState } from '../parts/use-list-state.ts';
import { areaTexts } from '../texts/console-texts.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly state: 'active' | 'locked';
  readonly seen: number;
  readonly sessions: number;
}

const PEOPLE: readonly Person[] = [
  {
    id: 'ada',
    name: 'Ada Admin',
    email: 'admin@acme.com',
    state: 'active',
    seen: 1767600000000,
    sessions: 12,
  },
  {
    id: 'holly',
    name: 'Holly Host',
    email: 'hostid@acme.com',
    state: 'active',
    seen: 1767500000000,
    sessions: 1204,
  },
  {
    id: 'gus',
    name: 'Gus Guest with a name that goes on for very long',
    email: 'guest@acme.com',
    state: 'locked',
    seen: 1767000000000,
    sessions: 0,
  },
];

const COLUMNS: readonly Column<Person>[] = [
  { id: 'name', name: 'Name', isName: true, isSorted: true, cell: ({ name }) => name },
  { id: 'email', name: 'Email', isSorted: true, cell: ({ email }) => email },
  {
    id: 'state',
    name: 'State',
    cell: ({ state }) => <Badge tone={state === 'active' ? 'good' : 'attention'}>{state}</Badge>,
  },
  { id: 'seen', name: 'Last seen', isExtra: true, cell: ({ seen }) => <TimeText at={seen} /> },
  { id: 'sessions', name: 'Sessions', isNumber: true, isSorted: true, cell: ({ sessions }) => sessions },
];

const VALUES = {
  name: 'Ada',
  email: 'admin@acme.com',
  age: 42,
  kind: 'host',
  host: 'ada',
  note: '',
  mayHost: true,
};

export function Page() {
  const texts = areaTexts('parts');
  const toasts = useToasts();
  const confirm = useConfirm();
  const state = useListState('name');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [file, setFile] = useState<File>();
  const sure = () =>
    confirm({ title: 'Delete Ada?', body: 'Her sessions stay.', action: 'Delete', isDanger: true });
  return (
    <>
      <PageHead
        title={texts.title}
        lead={texts.lead}
        above={{ words: 'Overview', to: '' }}
        badges={<Badge tone="accent">New</Badge>}
        actions={
          <>
            <Button onPress={() => setOpen(true)}>Dialog</Button>
            <ActionMenu
              actions={[
                { id: 'a', words: 'Say something', onAction: () => toasts.said('Saved') },
                { id: 'b', words: 'Delete', isDanger: true, onAction: () => void sure() },
              ]}
            />
            <Button
              kind="main"
              icon="plus"
              onPress={() => toasts.failed(new ApiProblem(409, { reason: 'EmailTaken' }))}
            >
              Add a user
            </Button>
          </>
        }
      />
      <Notice tone="attention">The site is nearly full.</Notice>
      <Filters>
        <SearchFilter state={state} />
        <ChoiceFilter
          state={state}
          name="state"
          label="State"
          choices={[
            { id: '', words: 'All' },
            { id: 'active', words: 'Active' },
          ]}
        />
      </Filters>
      <DataTable
        label="People"
        columns={COLUMNS}
        rows={PEOPLE}
        idOf={({ id }) => id}
        toOf={() => 'parts'}
        state={state}
        total={100_000}
        next="x"
        empty={<EmptyState title="Nobody is here yet" action={<Button kind="main">Add a user</Button>} />}
        choice={{ chosen, onChange: setChosen, actions: <Button isSmall>Unlock</Button> }}
      />
      <ConsoleForm<FormValues>
        resource={VALUES}
        valuesOf={(one) => one}
        save={async ({ name, email }) => {
          if (name === '')
            throw new ApiProblem(422, { reason: 'RuleBroken', element: 'name', message: 'is required' });
          if (email === '') {
            throw new ApiProblem(409, {
              reason: 'StaleVersion',
              current: { ...VALUES, age: 43 },
              changedBy: 'Holly Host',
            });
          }
          return VALUES;
        }}
      >
        <FormSection title="Person" lead="How others see them.">
          <TextField name="name" label="Name" isRequired max={20} />
          <TextField name="email" type="email" label="Email" hint="Where mail to them goes." />
          <NumberField name="age" label="Age" unit="years" />
          <ChoiceField
            name="kind"
            label="Role"
            choices={[
              { id: 'host', words: 'Host' },
              { id: 'attendee', words: 'Attendee' },
            ]}
          />
          <ComboField
            name="host"
            label="Host"
            choices={PEOPLE.map(({ id, name }) => ({ id, words: name }))}
          />
          <LongTextField name="note" label="Note" />
          <SwitchField
            name="mayHost"
            label="May host meetings"
            hint="Meetings of theirs stay when this is off."
          />
        </FormSection>
      </ConsoleForm>
      <Panel title="Facts">
        <KeyValues>
          <KeyValue name="Site">acme</KeyValue>
          <KeyValue name="Founded">
            <TimeText at={1767600000000} as="date" />
          </KeyValue>
        </KeyValues>
        <ProgressBar label="Disk" done={0.4} />
        <FileDrop label="Users as CSV" file={file} onFile={setFile} />
      </Panel>
      <Tabs
        label="Views"
        tabs={[
          { id: 'raw', words: 'Raw', content: <p>Raw</p> },
          { id: 'tree', words: 'Tree', content: <p>Tree</p> },
        ]}
      />
      <EmptyState title="No mail yet" action={<Button>Send a test</Button>}>
        What the site sends is kept here.
      </EmptyState>
      <Dialog
        title="A dialog"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <Button kind="main" onPress={() => setOpen(false)}>
            Done
          </Button>
        }
      >
        <p>What it is about, in one or two sentences.</p>
      </Dialog>
    </>
  );
}
