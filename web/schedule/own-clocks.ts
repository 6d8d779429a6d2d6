/** Puts a new session on the clocks of whoever schedules it, where the site has their zone. */
import type { SchedulePage } from '../../src/browser/pages/schedule-page.ts';

/** Once a form: what somebody has chosen stays. */
const done = new WeakSet<HTMLFormElement>();

export function onOwnClocks(form: HTMLFormElement, { begins, zones, given }: SchedulePage): void {
  if (begins === undefined || done.has(form)) return;
  done.add(form);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const own = zones.find(({ iana }) => iana === timeZone);
  if (!own || own.value === given.ZONE) return;
  const [date, time] = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
    .format(begins)
    .split(' ');
  fill(form, 'ZONE', own.value);
  fill(form, 'DATE', date);
  fill(form, 'TIME', time);
}

function fill(form: HTMLFormElement, name: string, value = ''): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
}
