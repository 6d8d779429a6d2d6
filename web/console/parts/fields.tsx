/** Fields of a form. Each has its label above, a hint, and below it what is wrong. */
import { type ReactNode, useId } from 'react';
import { areaTexts } from '../texts/console-texts.ts';
import { useFormState } from './form-state.ts';

export interface FieldProps {
  /** As the endpoint names it, so that a refusal finds its field. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

interface Wiring {
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly required: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** The frame of a field, for controls of an area's own too. */
export function Field({
  name,
  label,
  hint,
  isRequired,
  isDisabled,
  children,
}: FieldProps & { readonly children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const form = useFormState();
  const error = form.error(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="c-field">
      <label htmlFor={id}>
        {label}
        {isRequired && <span className="c-soft"> ({areaTexts('frame').required})</span>}
      </label>
      {hint && (
        <div className="c-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        name,
        disabled: form.isLocked || (isDisabled ?? false),
        required: isRequired ?? false,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p className="c-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  readonly type?:
    | 'text'
    | 'email'
    | 'password'
    | 'url'
    | 'tel'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'color';
  readonly max?: number;
  readonly autoComplete?: string;
  readonly placeholder?: string;
}

export function TextField({
  type = 'text',
  max,
  autoComplete = 'off',
  placeholder,
  ...field
}: TextFieldProps) {
  const { value, change } = useFormState();
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          type={type}
          maxLength={max}
          autoComplete={autoComplete}
          placeholder={placeholder}
          value={textOf(value(field.name))}
          onChange={({ target }) => change(field.name, target.value)}
        />
      )}
    </Field>
  );
}

export function LongTextField({
  max,
  lines = 4,
  ...field
}: FieldProps & { readonly max?: number; readonly lines?: number }) {
  const { value, change } = useFormState();
  return (
    <Field {...field}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={lines}
          maxLength={max}
          value={textOf(value(field.name))}
          onChange={({ target }) => change(field.name, target.value)}
        />
      )}
    </Field>
  );
}

/** Its value is a number, nothing while it is empty, and the text while it is no number: the server says why. */
export function NumberField({ unit, ...field }: FieldProps & { readonly unit?: string }) {
  const { value, change } = useFormState();
  return (
    <Field {...field}>
      {(wiring) => (
        <span className="c-with-unit">
          <input
            {...wiring}
            inputMode="numeric"
            autoComplete="off"
            value={textOf(value(field.name))}
            onChange={({ target }) => change(field.name, numberIn(target.value))}
          />
          {unit && <span className="c-soft">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

export interface Choice {
  readonly id: string;
  readonly words: string;
}

export function ChoiceField({ choices, ...field }: FieldProps & { readonly choices: readonly Choice[] }) {
  const { value, change } = useFormState();
  return (
    <Field {...field}>
      {(wiring) => (
        <select
          {...wiring}
          value={textOf(value(field.name))}
          onChange={({ target }) => change(field.name, target.value)}
        >
          {choices.map(({ id, words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** On or off, with its words beside it. */
export function SwitchField({ name, label, hint, isDisabled }: FieldProps) {
  const id = useId();
  const form = useFormState();
  const error = form.error(name);
  return (
    <div className="c-switch-field">
      <input
        id={id}
        name={name}
        type="checkbox"
        role="switch"
        aria-checked={form.value(name) === true}
        checked={form.value(name) === true}
        disabled={form.isLocked || (isDisabled ?? false)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => form.change(name, target.checked)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <div className="c-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        {error && <p className="c-error">{error}</p>}
      </div>
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function numberIn(text: string): number | string | undefined {
  if (text.trim() === '') return undefined;
  return /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text;
}
