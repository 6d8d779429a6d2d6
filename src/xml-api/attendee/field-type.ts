/** A question of the host's own and what somebody answered. */
import { complex, optional, text, type ValueOf } from '../../xml/schema.ts';
import { att } from '../types/namespaces.ts';

export const fieldType = complex(att, 'fieldType', { label: text(), value: optional(text()) });

export function fieldValues(answers: Readonly<Record<string, string>>): ValueOf<typeof fieldType>[] {
  return Object.entries(answers).map(([label, value]) => ({ label, value }));
}
