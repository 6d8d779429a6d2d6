/** Users by files: import, export, and the work with them that was begun before. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { JobAnswer, JobsAnswer, UserChoices } from '../../../src/console/users/users-data.ts';
import { Button } from '../parts/button.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { EmptyState, Notice, Panel, TimeText } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { JobState } from './job-state.tsx';
import '../../styles/console-users.css';

const FORMS = ['csv', 'original'] as const;
const ONLY = ['all', 'active', 'inactive'] as const;

export function Page() {
  const texts = areaTexts('users');
  const choices = useCall<UserChoices>('users/choices');
  const jobs = useCall<JobsAnswer>('jobs', { every: 5_000 });
  return (
    <>
      <PageHead
        title={texts.files.title}
        lead={texts.files.lead}
        above={{ words: texts.title, to: 'users' }}
      />
      {SHELL.me.mayWrite && (
        <div className="user-files">
          <Loaded call={choices}>
            {({ isManaged }) => (isManaged ? <Import /> : <Notice>{texts.managedElsewhere}</Notice>)}
          </Loaded>
          <Export />
        </div>
      )}
      <Panel title={texts.files.before}>
        <Loaded call={jobs}>
          {(answer) => (
            <DataTable
              label={texts.files.before}
              columns={columns()}
              rows={answer.jobs}
              idOf={({ job }) => job}
              toOf={({ job }) => `users/files/${job}`}
              empty={<EmptyState title={texts.files.nothing} />}
            />
          )}
        </Loaded>
      </Panel>
    </>
  );
}

function Import() {
  const { importing: texts } = areaTexts('users');
  const toasts = useToasts();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const send = useSend<JobAnswer>('POST', ['jobs']);
  const begin = () => {
    if (!file) return;
    send.mutate(
      { path: 'users/import', file, query: { isDryRun: true } },
      {
        onSuccess: ({ job }) => void navigate({ to: `/users/files/${job}` }),
        onError: toasts.failed,
      },
    );
  };
  return (
    <Panel title={texts.title}>
      <p className="c-soft">{texts.lead}</p>
      <FileDrop
        label={texts.file}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        file={file}
        onFile={setFile}
        isDisabled={send.isPending}
      />
      <div className="c-actions">
        <Button kind="main" isDisabled={!file} isBusy={send.isPending} onPress={begin}>
          {texts.tryIt}
        </Button>
      </div>
    </Panel>
  );
}

function Export() {
  const { exporting: texts } = areaTexts('users');
  const toasts = useToasts();
  const navigate = useNavigate();
  const [form, setForm] = useState<string>('csv');
  const [only, setOnly] = useState<string>('all');
  const send = useSend<JobAnswer>('POST', ['jobs']);
  const begin = () =>
    send.mutate(
      { path: 'users/export', body: { form, only } },
      {
        onSuccess: ({ job }) => void navigate({ to: `/users/files/${job}` }),
        onError: toasts.failed,
      },
    );
  return (
    <Panel title={texts.title}>
      <p className="c-soft">{texts.lead}</p>
      <div className="c-fields">
        <label className="c-field">
          <strong>{texts.whom}</strong>
          <select value={only} onChange={({ target }) => setOnly(target.value)}>
            {ONLY.map((id) => (
              <option key={id} value={id}>
                {texts.only[id]}
              </option>
            ))}
          </select>
        </label>
        <label className="c-field">
          <strong>{texts.form}</strong>
          <select value={form} onChange={({ target }) => setForm(target.value)}>
            {FORMS.map((id) => (
              <option key={id} value={id}>
                {texts.forms[id]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="c-actions">
        <Button isBusy={send.isPending} onPress={begin}>
          {texts.action}
        </Button>
      </div>
    </Panel>
  );
}

function columns(): readonly Column<JobAnswer>[] {
  const texts = areaTexts('users');
  return [
    { id: 'what', name: texts.files.what, isName: true, cell: (job) => <bdi>{jobWords(job)}</bdi> },
    { id: 'state', name: texts.columns.status, cell: (job) => <JobState job={job} /> },
    {
      id: 'rows',
      name: texts.files.rows,
      isNumber: true,
      cell: ({ done }) => done.toLocaleString(SHELL.language),
    },
    { id: 'asker', name: texts.files.asker, cell: ({ asker }) => <bdi>{asker}</bdi> },
    {
      id: 'begun',
      name: texts.files.begun,
      isExtra: true,
      cell: ({ createdAt }) => <TimeText at={createdAt} />,
    },
  ];
}

function jobWords({ kind, fileName, isDryRun, only }: JobAnswer): string {
  const { files, exporting } = areaTexts('users');
  if (kind === 'accounts.export') return files.exported(exporting.only[only ?? 'all']);
  return isDryRun ? files.tried(fileName ?? '') : files.imported(fileName ?? '');
}
