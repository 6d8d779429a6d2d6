/** A moment that a filter names, and the place in a list where a page ends. */
import { RuleBroken } from '../../refusal.ts';
import type { CallShape } from './call-shape.ts';

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

/** Epoch milliseconds; a date alone is its beginning in UTC. */
export function instant(): CallShape<number> {
  return {
    form: 'moment such as `2026-03-04T10:30:00Z`, or a date',
    read(value, name) {
      const at =
        typeof value === 'string' && INSTANT.test(value.trim()) ? Date.parse(value.trim()) : Number.NaN;
      if (Number.isNaN(at))
        throw new RuleBroken(name, 'must be a moment such as 2026-03-04T10:30:00Z, or a date');
      return at;
    },
  };
}

/** Where a list goes on that is in the order of a time and a number. */
export interface ListPlace {
  readonly at: number;
  readonly id: number;
}

/** The `next` of the page before. */
export function placeInList(): CallShape<ListPlace> {
  return {
    form: 'the `next` of the page before',
    read(value, name) {
      const [, at, id] = /^(\d{1,16})\.(\d{1,16})$/.exec(String(value)) ?? [];
      if (at === undefined || id === undefined)
        throw new RuleBroken(name, 'must be the next of the page before');
      return { at: Number(at), id: Number(id) };
    },
  };
}

export function writtenPlace({ at, id }: ListPlace): string {
  return `${at}.${id}`;
}
