/** The rows of the list, the months that they belong to above them. */
import type { ShownRecording } from '../../src/browser/pages/recordings-page.ts';
import { RecordingRow } from './recording-row.tsx';

export function RecordingRows({ recordings }: { readonly recordings: readonly ShownRecording[] }) {
  return inMonths(recordings).map(({ month, rows }) => (
    <section key={month} className="month" aria-label={month}>
      {month !== undefined && <h3>{month}</h3>}
      <ul className="recording-rows">
        {rows.map((one) => (
          <RecordingRow key={one.id} {...one} />
        ))}
      </ul>
    </section>
  ));
}

interface Month {
  readonly month: string | undefined;
  readonly rows: ShownRecording[];
}

function inMonths(recordings: readonly ShownRecording[]): Month[] {
  const months: Month[] = [];
  for (const one of recordings) {
    const last = months.at(-1);
    if (last?.month === one.month && last) last.rows.push(one);
    else months.push({ month: one.month, rows: [one] });
  }
  return months;
}
