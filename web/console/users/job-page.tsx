/** One piece of long work: its progress, what became of each row, and its file. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { JobAnswer } from '../../../src/console/users/users-data.ts';
import { apiAddress } from '../api-client.ts';
import { Button, ButtonAnchor, ButtonLink } from '../parts/button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { KeyValue, KeyValues, Notice, Panel, ProgressBar, TimeText } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useSend } from '../use-call.ts';
import { JobRows } from './job-rows.tsx';
import { JobState } from './job-state.tsx';
import { hasEnded, useJob } from './use-job.ts';
import '../../styles/console-users.css';

const VERDICTS = ['created', 'changed', 'same', 'refused'] as const;

export function Page() {
  const { job: token = '' } = useParams({ strict: false }) as { readonly job?: string };
  const { call, job } = useJob(token);
  return <Loaded call={call}>{(read) => <JobView key={token} job={job ?? read} />}</Loaded>;
}

function JobView({ job }: { readonly job: JobAnswer }) {
  const texts = areaTexts('users');
  const isImport = job.kind === 'accounts.import';
  const { titles } = texts.job;
  const title = isImport ? (job.isDryRun ? titles.tried : titles.imported) : titles.exported;
  return (
    <>
      <PageHead
        title={title}
        above={{ words: texts.files.title, to: 'users/files' }}
        badges={<JobState job={job} />}
        {...(job.fileName !== null && { lead: <bdi>{job.fileName}</bdi> })}
        actions={<JobActions job={job} />}
      />
      <div aria-live="polite" className="user-job">
        {!hasEnded(job) && (
          <>
            <ProgressBar
              label={texts.job.progress}
              {...(job.total !== null && job.total > 0 && { done: job.done / job.total })}
            />
            <p className="c-figures">{texts.job.sofar(job.done, job.total)}</p>
          </>
        )}
        {job.problem && (
          <Notice tone="bad">
            {texts.job.failed} {problemWords(job.problem)}
          </Notice>
        )}
        {job.state === 'ABORTED' && <Notice tone="attention">{texts.job.aborted}</Notice>}
        {job.state === 'DONE' && job.isDryRun && <Notice>{texts.job.triedOnly}</Notice>}
      </div>
      <Panel>
        <KeyValues>
          {job.counts &&
            VERDICTS.map((verdict) => (
              <KeyValue
                key={verdict}
                name={job.isDryRun ? texts.verdictsTried[verdict] : texts.verdicts[verdict]}
              >
                <span className="c-figures">
                  {(job.counts?.[verdict] ?? 0).toLocaleString(SHELL.language)}
                </span>
              </KeyValue>
            ))}
          {!isImport && (
            <KeyValue name={texts.files.rows}>{job.done.toLocaleString(SHELL.language)}</KeyValue>
          )}
          <KeyValue name={texts.files.asker}>
            <bdi>{job.asker}</bdi>
          </KeyValue>
          <KeyValue name={texts.files.begun}>
            <TimeText at={job.createdAt} />
          </KeyValue>
          {job.endedAt !== null && (
            <KeyValue name={texts.files.kept}>
              <TimeText at={job.keptUntil} />
            </KeyValue>
          )}
        </KeyValues>
      </Panel>
      {isImport && job.pieces > 0 && <JobRows job={job} />}
    </>
  );
}

function JobActions({ job }: { readonly job: JobAnswer }) {
  const { job: texts, importing } = areaTexts('users');
  const toasts = useToasts();
  const navigate = useNavigate();
  const [sendsWelcome, setSendsWelcome] = useState(false);
  const send = useSend<JobAnswer>('POST', ['jobs', 'users']);
  if (!SHELL.me.mayWrite) return null;
  const path = `jobs/${encodeURIComponent(job.job)}`;
  if (!hasEnded(job)) {
    return (
      <Button
        isBusy={send.isPending || job.abortAsked}
        onPress={() => send.mutate({ path: `${path}/abort`, body: {} }, { onError: toasts.failed })}
      >
        {job.abortAsked ? texts.stopping : texts.abort}
      </Button>
    );
  }
  const hasFile = job.kind === 'accounts.export' ? job.state === 'DONE' : job.refusedPieces > 0;
  const mayImport =
    job.isDryRun && job.state === 'DONE' && (job.counts?.created ?? 0) + (job.counts?.changed ?? 0) > 0;
  return (
    <>
      {hasFile && (
        <ButtonAnchor
          kind={job.kind === 'accounts.export' ? 'main' : 'second'}
          icon="download"
          isDownload
          href={apiAddress(`${path}/file`)}
        >
          {job.kind === 'accounts.export' ? texts.download : texts.downloadRefused}
        </ButtonAnchor>
      )}
      {mayImport && (
        <>
          <label className="user-check">
            <input
              type="checkbox"
              checked={sendsWelcome}
              onChange={({ target }) => setSendsWelcome(target.checked)}
            />
            {importing.welcome}
          </label>
          <Button
            kind="main"
            isBusy={send.isPending}
            onPress={() =>
              send.mutate(
                { path: `${path}/import`, body: { sendsWelcome } },
                {
                  onSuccess: ({ job: begun }) => void navigate({ to: `/users/files/${begun}` }),
                  onError: toasts.failed,
                },
              )
            }
          >
            {importing.doIt}
          </Button>
        </>
      )}
      {job.state === 'FAILED' && <ButtonLink to="users/files">{importing.another}</ButtonLink>}
    </>
  );
}

function problemWords({ element, message }: NonNullable<JobAnswer['problem']>): string {
  const { fault, elements } = areaTexts('users').job;
  if (message === null) return fault;
  const name = element === null ? '' : (elements[element] ?? element);
  return `${name} ${message}`.trim();
}
