/**
 * A form of a page: sections of fields, and a bar that saves what was changed. What is refused is said at its field; when
 * somebody else has changed it meanwhile, whoever saves is shown what is different.
 */
import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiProblem, wordsOf } from '../api-problem.ts';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { Button } from './button.tsx';
import { useConfirm } from './confirm.tsx';
import { Dialog } from './dialog.tsx';
import { differences, FormContext, type FormValues, isSame, valueAt, withValueAt } from './form-state.ts';
import { Notice } from './small.tsx';
import { useToasts } from './toast.tsx';

interface ConsoleFormProps<T> {
  /** What the endpoint has answered, with its version. */
  readonly resource: T;
  readonly valuesOf: (resource: T) => FormValues;
  /** Writes; the resource bears the version that was read. What it resolves with is what the form holds from then on. */
  readonly save: (values: FormValues, resource: T) => Promise<T>;
  /** What people call a member of the values, for what differs; its name without. */
  readonly nameOf?: (member: string) => string;
  /** Words of the button; "Save" without. */
  readonly action?: string;
  /** It makes something new: the button is there from the beginning. */
  readonly isNew?: boolean;
  readonly children: ReactNode;
}

export function ConsoleForm<T>({
  resource,
  valuesOf,
  save,
  nameOf,
  action,
  isNew,
  children,
}: ConsoleFormProps<T>) {
  const texts = areaTexts('frame');
  const toasts = useToasts();
  const [held, setHeld] = useState(resource);
  const [values, setValues] = useState(() => valuesOf(resource));
  const [problem, setProblem] = useState<ApiProblem>();
  const [theirs, setTheirs] = useState<{ readonly current: T; readonly by: string | undefined }>();
  const [isSaving, setSaving] = useState(false);
  const isLeaving = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const isDirty = !isSame(values, valuesOf(held));
  useLeaving(isDirty && !isSaving, isLeaving);

  // What was read anew, while nobody has typed, is shown.
  const seen = useRef(resource);
  if (seen.current !== resource) {
    seen.current = resource;
    if (!isDirty) {
      setHeld(resource);
      setValues(valuesOf(resource));
    }
  }

  const write = async (written: FormValues, of: T) => {
    setSaving(true);
    setProblem(undefined);
    isLeaving.current = true;
    try {
      const saved = await save(written, of);
      setHeld(saved);
      setValues(valuesOf(saved));
      if (!isNew) toasts.said(texts.saved);
    } catch (error) {
      isLeaving.current = false;
      if (!(error instanceof ApiProblem)) throw error;
      if (error.reason === 'StaleVersion') setTheirs({ current: error.current as T, by: error.changedBy });
      else setProblem(error);
    } finally {
      setSaving(false);
      isLeaving.current = false;
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isSaving && (isDirty || isNew)) void write(values, held);
  };
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  const isAtField = (name: string) => problem?.element !== undefined && isSameElement(problem.element, name);
  const isShownAtField =
    problem?.element !== undefined && form.current?.querySelector(`[name="${CSS.escape(problem.element)}"]`);
  return (
    <FormContext
      value={{
        value: (name) => valueAt(values, name),
        change: (name, value) => setValues((before) => withValueAt(before, name, value)),
        error: (name) => (isAtField(name) ? wordsOf(problem) : undefined),
        isLocked: isSaving || !SHELL.me.mayWrite,
      }}
    >
      <form className="c-form" onSubmit={submit} noValidate ref={form} autoComplete="off">
        {children}
        {problem && !isShownAtField && (
          <Notice tone="bad">
            {problem.element !== undefined && problem.reason === 'RuleBroken'
              ? `${nameOf?.(problem.element) ?? problem.element}: `
              : ''}
            {wordsOf(problem)}
          </Notice>
        )}
        {SHELL.me.mayWrite && (isDirty || isNew || isSaving) && (
          <div className="c-save-bar">
            {!isNew && <span>{texts.unsaved}</span>}
            {!isNew && (
              <Button
                isDisabled={isSaving}
                onPress={() => {
                  setValues(valuesOf(held));
                  setProblem(undefined);
                }}
              >
                {texts.discard}
              </Button>
            )}
            <Button kind="main" type="submit" isBusy={isSaving}>
              {isSaving ? texts.saving : (action ?? texts.save)}
            </Button>
          </div>
        )}
      </form>
      {theirs && (
        <Dialog
          isOpen
          isAlert
          title={texts.stale.title}
          onClose={() => setTheirs(undefined)}
          actions={
            <>
              <Button
                onPress={() => {
                  setHeld(theirs.current);
                  setValues(valuesOf(theirs.current));
                  setTheirs(undefined);
                }}
              >
                {texts.stale.takeTheirs}
              </Button>
              <Button
                kind="main"
                onPress={() => {
                  setHeld(theirs.current);
                  setTheirs(undefined);
                  void write(values, theirs.current);
                }}
              >
                {texts.stale.keepMine}
              </Button>
            </>
          }
        >
          <p>{theirs.by === undefined ? texts.stale.bySomebody : texts.stale.by(theirs.by)}</p>
          <p>{texts.stale.differs}</p>
          <ul className="c-differences">
            {differences(valuesOf(held), valuesOf(theirs.current)).map((member) => (
              <li key={member}>
                <strong>{nameOf?.(member) ?? member}</strong>{' '}
                <bdi>{shown(valueAt(valuesOf(theirs.current), member))}</bdi>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </FormContext>
  );
}

/** A group of fields, with its title beside or above it. */
export function FormSection({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="c-section">
      <div className="c-section-head">
        <h2>{title}</h2>
        {lead && <p className="c-soft">{lead}</p>}
      </div>
      <div className="c-fields">{children}</div>
    </section>
  );
}

/** Asks before what was typed is lost. */
function useLeaving(isDirty: boolean, isLeaving: { readonly current: boolean }): void {
  const confirm = useConfirm();
  const { leaveUnsaved } = areaTexts('frame');
  useBlocker({
    shouldBlockFn: async () => {
      if (!isDirty || isLeaving.current) return false;
      const { title, body, stay, leave } = leaveUnsaved;
      return !(await confirm({ title, body, action: leave, otherwise: stay, isDanger: true }));
    },
    enableBeforeUnload: isDirty,
  });
}

/** The server names an entry of a list where the form has one field for all. */
function isSameElement(element: string, name: string): boolean {
  return element === name || element.startsWith(`${name}[`) || element.startsWith(`${name}.`);
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
