/** What of a form's values differs from what was read: the rest is left alone, whoever changes it meanwhile. */
import { type FormValues, isSame } from '../parts/form-state.ts';

export function changedValues(values: FormValues, before: FormValues): FormValues {
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const was = before[name];
    if (isSame(value, was)) continue;
    changed[name] = isGroup(value) && isGroup(was) ? changedValues(value, was) : value;
  }
  return changed;
}

function isGroup(value: unknown): value is FormValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
