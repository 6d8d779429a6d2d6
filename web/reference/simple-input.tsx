/** A field for one value, by what the schema says of it: a choice, a number, an instant, a day, or text. */

import { kindOf } from './body-value.ts';
import type { Schema } from './openapi-data.ts';

interface SimpleInputProps {
  readonly id: string;
  readonly schema: Schema;
  /** As text; empty where nothing is said. */
  readonly value: string;
  readonly change: (value: string) => void;
  readonly isRequired?: boolean;
  /** Leaves no way to say nothing: an entry of a list. */
  readonly isThere?: boolean;
  readonly describedBy?: string;
  readonly label?: string;
}

/** Instants as browsers have fields for them, of those which are told in UTC. */
const IN_UTC = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/;

export function SimpleInput({ id, schema, value, change, ...more }: SimpleInputProps) {
  const { isRequired, isThere = false, describedBy, label } = more;
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-label': label,
    'aria-required': isRequired || undefined,
  };
  const kind = kindOf(schema);
  const words = schema.enum?.filter((word) => word !== null);
  const choices = kind === 'boolean' ? ['true', 'false'] : words;
  if (choices) {
    // What is said in JSON and is no choice is shown all the same.
    const shown = value === '' || choices.includes(value) ? choices : [value, ...choices];
    return (
      <select {...common} value={value} onChange={({ target }) => change(target.value)}>
        {!(isThere && choices.includes(value)) && <option value="">–</option>}
        {shown.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    );
  }
  const asText = { ...common, autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;
  if (kind === 'integer' || kind === 'number') {
    const { minimum, maximum } = schema;
    return (
      <input
        {...asText}
        type="number"
        step={kind === 'integer' ? 1 : 'any'}
        min={minimum}
        max={maximum}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    );
  }
  const instant = IN_UTC.exec(value)?.[1];
  if (schema.format === 'date-time' && (value === '' || instant !== undefined)) {
    return (
      <input
        {...common}
        type="datetime-local"
        value={instant ?? ''}
        onChange={({ target }) => change(target.value === '' ? '' : `${target.value.slice(0, 16)}:00Z`)}
      />
    );
  }
  const isDay = schema.format === 'date' && (value === '' || /^\d{4}-\d\d-\d\d$/.test(value));
  return (
    <input
      {...asText}
      type={isDay ? 'date' : 'text'}
      maxLength={isDay ? undefined : schema.maxLength}
      value={value}
      onChange={({ target }) => change(target.value)}
    />
  );
}
