/** The fields of the form of a session, each with what is wrong in it. */
import { createContext, type InputHTMLAttributes, type ReactNode, useContext, useId } from 'react';
import type { FieldProblem, GivenFields } from '../../src/browser/pages/schedule-page.ts';
import { useTexts } from '../texts/texts.ts';

interface Filled {
  readonly given: GivenFields;
  readonly problems: readonly FieldProblem[];
}

export const FilledContext = createContext<Filled>({ given: {}, problems: [] });

interface Labelled {
  readonly label: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly hidden?: boolean;
}

/** What stands in a field, and what is wrong there. */
export function useField(name: string) {
  const id = useId();
  const { given, problems } = useContext(FilledContext);
  const texts = useTexts().schedule;
  const at = problems.findIndex(({ field }) => field === name);
  const problem = problems[at];
  return {
    id,
    value: given[name],
    complaint: problem && texts.problems(problem.word, problem.detail),
    isFirst: at === 0,
  };
}

type Field = ReturnType<typeof useField>;

/** What a control says of itself beside its label. */
export function describedBy({ id, complaint, isFirst }: Field, hint: string | undefined) {
  return {
    'aria-invalid': complaint === undefined ? undefined : true,
    'aria-describedby':
      [complaint !== undefined && `${id}-wrong`, hint !== undefined && `${id}-hint`]
        .filter(Boolean)
        .join(' ') || undefined,
    // After a mistake people go on at the field that it is in.
    autoFocus: isFirst,
  };
}

export function Around({
  field: { id, complaint },
  label,
  hint,
  hidden,
  children,
}: Omit<Labelled, 'name'> & { readonly field: Field; readonly children: ReactNode }) {
  return (
    <div className="field" hidden={hidden}>
      <label htmlFor={id}>{label}</label>
      {children}
      <Complaint id={id} text={complaint} />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

export function Complaint({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p id={`${id}-wrong`} className="complaint">
      {text}
    </p>
  );
}

type TextFieldProps = Labelled &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'inputMode' | 'maxLength' | 'list' | 'required' | 'min'
  >;

export function TextField({ label, name, hint, hidden, type = 'text', ...others }: TextFieldProps) {
  const field = useField(name);
  return (
    <Around field={field} label={label} hint={hint} hidden={hidden ?? false}>
      <input
        id={field.id}
        name={name}
        type={type}
        autoComplete="off"
        defaultValue={field.value}
        {...describedBy(field, hint)}
        {...others}
      />
    </Around>
  );
}

export function Area({
  label,
  name,
  hint,
  rows,
  maxLength,
}: Labelled & { rows: number; maxLength?: number }) {
  const field = useField(name);
  return (
    <Around field={field} label={label} hint={hint}>
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={field.value}
        {...describedBy(field, hint)}
      />
    </Around>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What stands there and is none of the options is one too. */
export function SelectField({
  label,
  name,
  hint,
  hidden,
  options,
}: Labelled & { options: readonly Option[] }) {
  const field = useField(name);
  return (
    <Around field={field} label={label} hint={hint} hidden={hidden ?? false}>
      <select id={field.id} name={name} defaultValue={field.value} {...describedBy(field, hint)}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** A box with its words beside it. */
export function Box({ label, name, hint, hidden }: Labelled) {
  const { id, value } = useField(name);
  return (
    <div className="box" hidden={hidden}>
      <input
        id={id}
        type="checkbox"
        name={name}
        value="1"
        defaultChecked={value === '1'}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
