/** What a form holds: what was read, what is typed, and what was refused of it. */
import { createContext, useContext } from 'react';

/** Values of fields by their names; a name may be a way such as `privileges.host`. */
export type FormValues = Readonly<Record<string, unknown>>;

export interface FormState {
  value(name: string): unknown;
  change(name: string, value: unknown): void;
  /** What is wrong with it, in words. */
  error(name: string): string | undefined;
  /** Nothing can be changed: it is being saved, or whoever looks may only read. */
  readonly isLocked: boolean;
}

export const FormContext = createContext<FormState | undefined>(undefined);

export function useFormState(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error('a field stands in a form');
  return state;
}

export function valueAt(values: FormValues, name: string): unknown {
  let at: unknown = values;
  for (const step of name.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as FormValues)[step];
  }
  return at;
}

export function withValueAt(values: FormValues, name: string, value: unknown): FormValues {
  const [step = '', ...rest] = name.split('.');
  if (rest.length === 0) return { ...values, [step]: value };
  const inner = values[step];
  const own = typeof inner === 'object' && inner !== null ? (inner as FormValues) : {};
  return { ...values, [step]: withValueAt(own, rest.join('.'), value) };
}

/** Whether two values would be written alike. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The names of the members that differ, as ways. */
export function differences(one: unknown, other: unknown, around = ''): string[] {
  if (isSame(one, other)) return [];
  const areObjects = [one, other].every(
    (side) => typeof side === 'object' && side !== null && !Array.isArray(side),
  );
  if (!areObjects) return [around];
  const [a, b] = [one as FormValues, other as FormValues];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].flatMap((name) =>
    differences(a[name], b[name], around === '' ? name : `${around}.${name}`),
  );
}
