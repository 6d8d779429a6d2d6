/** The sites of the installation, for its owners. */
import { useState } from 'react';
import type { SiteSummary, SitesAnswer } from '../../../src/console/frame/frame-data.ts';
import { consoleOf } from '../frame/site-switch.tsx';
import { Button } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { ConsoleForm } from '../parts/console-form.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ChoiceField, TextField } from '../parts/fields.tsx';
import type { FormValues } from '../parts/form-state.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, EmptyState } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';

export function Page() {
  const texts = areaTexts('overview').sites;
  const call = useCall<SitesAnswer>('sites');
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button kind="main" icon="plus" onPress={() => setAdding(true)}>
      {texts.add}
    </Button>
  );
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead} actions={add} />
      <Loaded call={call}>
        {({ sites }) => (
          <DataTable
            label={texts.title}
            columns={columns()}
            rows={sites}
            idOf={({ siteName }) => siteName}
            empty={<EmptyState title={texts.none} action={add} />}
          />
        )}
      </Loaded>
      {isAdding && <AddSite onDone={() => setAdding(false)} />}
    </>
  );
}

function columns(): readonly Column<SiteSummary>[] {
  const texts = areaTexts('overview').sites;
  return [
    {
      id: 'name',
      name: texts.name,
      isName: true,
      cell: ({ siteName }) => <a href={consoleOf(siteName)}>{siteName}</a>,
    },
    { id: 'type', name: texts.type, cell: ({ type }) => texts.types[type] ?? type },
    { id: 'number', name: texts.number, isExtra: true, isNumber: true, cell: ({ siteID }) => siteID },
    {
      id: 'state',
      name: texts.state,
      cell: ({ status }) =>
        status === 'ACTIVE' ? (
          <Badge tone="good">{texts.open}</Badge>
        ) : (
          <Badge tone="attention">{texts.closed}</Badge>
        ),
    },
    { id: 'actions', name: texts.actions, cell: (site) => <OpenOrClose {...site} /> },
  ];
}

function OpenOrClose({ siteName, status }: SiteSummary) {
  const texts = areaTexts('overview').sites;
  const confirm = useConfirm();
  const toasts = useToasts();
  const change = useSend<SiteSummary>('PATCH', ['sites']);
  if (siteName === SHELL.homeSite) return null;
  const isOpen = status === 'ACTIVE';
  const press = async () => {
    const question = { title: texts.closeTitle(siteName), body: texts.closeBody, action: texts.close };
    if (isOpen && !(await confirm({ ...question, isDanger: true }))) return;
    const body = { status: isOpen ? 'CLOSED' : 'ACTIVE' };
    change.mutate({ path: `sites/${siteName}`, body }, { onError: toasts.failed });
  };
  return (
    <Button isSmall isBusy={change.isPending} onPress={() => void press()}>
      {isOpen ? texts.close : texts.reopen}
    </Button>
  );
}

function AddSite({ onDone }: { readonly onDone: () => void }) {
  const texts = areaTexts('overview').sites;
  const create = useSend<SiteSummary>('POST', ['sites']);
  return (
    <Dialog isOpen title={texts.addTitle} onClose={onDone}>
      <ConsoleForm<FormValues>
        resource={{ siteName: '', type: '3' }}
        valuesOf={(values) => values}
        isNew
        action={texts.create}
        save={async (values) => {
          await create.mutateAsync({ path: 'sites', body: values });
          onDone();
          return values;
        }}
      >
        <TextField name="siteName" label={texts.siteName} hint={texts.siteNameHint} isRequired max={63} />
        <ChoiceField
          name="type"
          label={texts.type}
          choices={['3', '5', '2', '4', '1'].map((id) => ({ id, words: texts.types[id] ?? id }))}
        />
      </ConsoleForm>
    </Dialog>
  );
}
