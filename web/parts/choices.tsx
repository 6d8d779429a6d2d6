/** Fields beside those of one line: several lines, a list to choose from, boxes and buttons. */
import { useId } from 'react';
import { useTexts } from '../texts/texts.ts';

interface Labelled {
  readonly label: string;
  readonly name: string;
  readonly optional?: boolean;
  /** False where it may be left empty, and what stands around it says so. */
  readonly needed?: boolean;
}

function isNeeded({ optional = false, needed = !optional }: Labelled): boolean {
  return needed;
}

function useLabel({ label, optional }: Labelled): string {
  const texts = useTexts();
  return optional ? `${label} (${texts.optional})` : label;
}

export function TextArea({
  rows = 4,
  maxLength,
  defaultValue,
  ...field
}: Labelled & {
  readonly rows?: number;
  readonly maxLength?: number;
  readonly defaultValue?: string | undefined;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{useLabel(field)}</label>
      <textarea
        id={id}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        required={isNeeded(field)}
        defaultValue={defaultValue}
      />
    </div>
  );
}

export interface Option {
  /** Boxes have a name each. */
  readonly name?: string;
  readonly value: string;
  readonly label: string;
  readonly chosen?: boolean | undefined;
}

type Options = Labelled & { readonly options: readonly Option[] };

export function Select({ options, ...field }: Options) {
  const id = useId();
  const chosen = options.find((one) => one.chosen)?.value;
  return (
    <div className="field">
      <label htmlFor={id}>{useLabel(field)}</label>
      <select id={id} name={field.name} required={isNeeded(field)} defaultValue={chosen ?? ''}>
        {chosen === undefined && <option value="" />}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One or several of the options, each with a box or a button of its own. */
export function Choices({ kind, options, ...field }: Options & { readonly kind: 'checkbox' | 'radio' }) {
  return (
    <fieldset className="choices">
      <legend>{useLabel(field)}</legend>
      {options.map(({ name = field.name, value, label, chosen }) => (
        <label key={value}>
          <input
            type={kind}
            name={name}
            value={value}
            defaultChecked={chosen}
            required={kind === 'radio' && isNeeded(field)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
