/** The tracking codes of the site: ten labels, who must give them, and the lists that values come from. */
import { useState } from 'react';
import type { TrackingCodesAnswer } from '../../../src/console/site/site-data.ts';
import type { TrackingCode } from '../../../src/sites/settings/tracking.ts';
import { callApi } from '../api-client.ts';
import { ApiProblem } from '../api-problem.ts';
import { Button } from '../parts/button.tsx';
import { ConsoleForm, FormSection } from '../parts/console-form.tsx';
import { ChoiceField, Field, TextField } from '../parts/fields.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { type FormValues, useFormState } from '../parts/form-state.ts';
import { Loaded } from '../parts/loaded.tsx';
import { EmptyState, Notice } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { SiteHead } from './site-head.tsx';

const MOST = 10;
const PATH = 'site/tracking-codes';

export function Page() {
  const call = useCall<TrackingCodesAnswer>(PATH);
  return (
    <>
      <SiteHead page="tracking" />
      <Loaded call={call}>{(answer) => <Codes answer={answer} />}</Loaded>
    </>
  );
}

function Codes({ answer }: { readonly answer: TrackingCodesAnswer }) {
  async function save(values: FormValues, read: TrackingCodesAnswer): Promise<TrackingCodesAnswer> {
    const codes = codesIn(values).map((code) => ({ ...code, listValue: numbered(code.listValue) }));
    try {
      return await callApi<TrackingCodesAnswer>('PUT', PATH, { body: { codes, was: read.codes } });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.reason !== 'StaleVersion') throw error;
      const current = { codes: error.current };
      throw new ApiProblem(409, { reason: 'StaleVersion', message: error.message, current });
    }
  }
  return (
    <ConsoleForm<TrackingCodesAnswer>
      resource={answer}
      valuesOf={({ codes }) => ({
        trackingCodes: Object.fromEntries(codes.map((code, at) => [`[${at}]`, code])),
      })}
      save={save}
    >
      <CodeFields />
    </ConsoleForm>
  );
}

/** By their places, as the server names them in a refusal. */
function codesIn(values: FormValues): TrackingCode[] {
  return Object.values((values.trackingCodes ?? {}) as Readonly<Record<string, TrackingCode>>);
}

/** Empty lines are no values. */
function numbered(values: TrackingCode['listValue']): TrackingCode['listValue'] {
  return values
    .map(({ value, active }) => ({ value: value.trim(), active }))
    .filter(({ value }) => value !== '')
    .map((one, at) => ({ index: at + 1, ...one }));
}

function CodeFields() {
  const texts = areaTexts('site').tracking;
  const { value, change, isLocked } = useFormState();
  const codes = codesIn({ trackingCodes: value('trackingCodes') });
  const replace = (next: readonly TrackingCode[]) =>
    change('trackingCodes', Object.fromEntries(next.map((code, at) => [`[${at}]`, code])));
  const free = Array.from({ length: MOST }, (_one, at) => at + 1).find(
    (index) => !codes.some((code) => code.index === index),
  );
  const add = (index: number) =>
    replace([
      ...codes,
      {
        index,
        name: '',
        inputMode: 'Text Input',
        hostProfile: 'OPTIONAL',
        schedulingPage: [],
        listValue: [],
      },
    ]);
  const addButton = free !== undefined && SHELL.me.mayWrite && (
    <Button icon="plus" onPress={() => add(free)} isDisabled={isLocked}>
      {texts.add}
    </Button>
  );
  if (codes.length === 0) {
    return (
      <EmptyState title={texts.none} action={addButton}>
        {texts.noneHint}
      </EmptyState>
    );
  }
  return (
    <>
      {codes.map((code, at) => (
        <CodeSection
          key={code.index}
          code={code}
          at={at}
          onRemove={() => replace(codes.filter((one) => one.index !== code.index))}
        />
      ))}
      <p>{addButton}</p>
    </>
  );
}

function CodeSection({
  code,
  at,
  onRemove,
}: {
  readonly code: TrackingCode;
  readonly at: number;
  readonly onRemove: () => void;
}) {
  const all = areaTexts('site');
  const texts = all.tracking;
  const { change, isLocked } = useFormState();
  const way = `trackingCodes.[${at}]`;
  const uses = (['NOT_USED', 'OPTIONAL', 'REQUIRED', 'ADMIN_SET'] as const).map((id) => ({
    id,
    words: texts.uses[id],
  }));
  const ruleFor = (service: string) =>
    code.schedulingPage.find((page) => page.service === service)?.scheduling ?? 'NOT_USED';
  const setRule = (service: string, scheduling: string) => {
    const others = code.schedulingPage.filter((page) => page.service !== service);
    change(
      `${way}.schedulingPage`,
      scheduling === 'NOT_USED' ? others : [...others, { service, scheduling }],
    );
  };
  return (
    <FormSection title={code.name || texts.code(code.index)} lead={texts.code(code.index)}>
      <TextField name={`${way}.name`} label={texts.label} isRequired max={64} />
      <ChoiceField
        name={`${way}.inputMode`}
        label={texts.input}
        choices={Object.entries(texts.inputs).map(([id, words]) => ({ id, words }))}
      />
      <ChoiceField name={`${way}.hostProfile`} label={texts.inProfile} choices={uses} />
      {Object.entries(all.services).map(([service, words]) => (
        <Field key={service} name={`${way}.${service}`} label={texts.inSessions(words)}>
          {(wiring) => (
            <select
              {...wiring}
              value={ruleFor(service)}
              onChange={({ target }) => setRule(service, target.value)}
            >
              {uses.map(({ id, words: use }) => (
                <option key={id} value={id}>
                  {use}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <ValueList code={code} name={`${way}.listValue`} />
      {SHELL.me.mayWrite && (
        <p>
          <Button isSmall onPress={onRemove} isDisabled={isLocked}>
            {texts.remove}
          </Button>
        </p>
      )}
    </FormSection>
  );
}

interface FileVerdict {
  readonly values: readonly { readonly value: string; readonly active: boolean }[];
  readonly faulty: number;
  readonly faultyFile?: string;
}

/** A value a line; a line that begins with `#` is not offered any more. */
function ValueList({ code, name }: { readonly code: TrackingCode; readonly name: string }) {
  const texts = areaTexts('site').tracking;
  const toasts = useToasts();
  const { change, isLocked } = useFormState();
  const [file, setFile] = useState<File>();
  const [verdict, setVerdict] = useState<FileVerdict>();
  const check = useSend<FileVerdict>('POST');
  const text = code.listValue.map(({ value, active }) => (active ? value : `#${value}`)).join('\n');
  const take = (chosen: File) => {
    setFile(chosen);
    check.mutate(
      { path: `${PATH}/list`, file: chosen },
      {
        onSuccess(found) {
          const known = new Set(code.listValue.map(({ value }) => value.toLowerCase()));
          const fresh = found.values.filter(({ value }) => !known.has(value.toLowerCase()));
          change(
            name,
            [...code.listValue, ...fresh].map((one, at) => ({ ...one, index: at + 1 })),
          );
          setVerdict(found);
          setFile(undefined);
        },
        onError: toasts.failed,
      },
    );
  };
  return (
    <>
      <Field name={name} label={texts.list} hint={texts.listHint}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={6}
            value={text}
            onChange={({ target }) =>
              change(
                name,
                target.value === ''
                  ? []
                  : target.value.split('\n').map((line, at) => ({
                      index: at + 1,
                      value: line.replace(/^#/, ''),
                      active: !line.startsWith('#'),
                    })),
              )
            }
          />
        )}
      </Field>
      {SHELL.me.mayWrite && (
        <FileDrop
          label={texts.fromFile}
          accept=".csv,.txt,text/csv"
          file={file}
          onFile={take}
          isDisabled={isLocked || check.isPending}
        />
      )}
      {verdict && (
        <Notice tone={verdict.faulty > 0 ? 'attention' : 'good'}>
          {texts.verdict(verdict.values.length, verdict.faulty)}{' '}
          {verdict.faultyFile !== undefined && (
            <Button isSmall icon="download" onPress={() => saveFile(verdict.faultyFile ?? '')}>
              {texts.faultyFile}
            </Button>
          )}
        </Notice>
      )}
    </>
  );
}

function saveFile(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = 'faulty-values.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
