/** When a session takes place, and how it repeats. Without scripts every field stands there; with them those that count. */
import { useState } from 'react';
import type { SchedulePage } from '../../src/browser/pages/schedule-page.ts';
import { useHydrated } from '../parts/use-hydrated.ts';
import { useTexts } from '../texts/texts.ts';
import { Box, SelectField, TextField } from './fields.tsx';

const REPEATS = ['NONE', 'DAILY', 'WEEKDAYS', 'WEEKLY', 'MONTHLY', 'NTH', 'YEARLY', 'ANYTIME'] as const;
const INTERVALS = ['DAILY', 'WEEKLY', 'MONTHLY', 'NTH', 'YEARLY'] as const;
const ENDINGS = ['NEVER', 'ON', 'AFTER'] as const;
/** A week begins on Monday. */
const DAYS = [1, 2, 3, 4, 5, 6, 0];

type WhenProps = Pick<SchedulePage, 'given' | 'zones' | 'changes'>;

export function WhenFields({ given, zones }: WhenProps) {
  const { schedule: texts, timetable } = useTexts();
  const isHydrated = useHydrated();
  const [repeat, setRepeat] = useState(given.REPEAT ?? 'NONE');
  const [ending, setEnding] = useState(given.ENDS ?? 'NEVER');
  const isEvent = given.SERVICE === 'EVENT';
  const hides = (isShown: boolean) => isHydrated && !isShown;
  const repeats = repeat !== 'NONE' && repeat !== 'KEEP';
  const interval = INTERVALS.find((one) => one === repeat);
  const offered = given.REPEAT === 'KEEP' ? ([...REPEATS, 'KEEP'] as const) : REPEATS;
  return (
    <div
      className="fields"
      onChange={({ target }) => {
        if (!(target instanceof HTMLSelectElement)) return;
        if (target.name === 'REPEAT') setRepeat(target.value);
        if (target.name === 'ENDS') setEnding(target.value);
      }}
    >
      <div className="three">
        <TextField label={texts.date} name="DATE" type="date" required />
        <TextField label={texts.time} name="TIME" type="time" required />
        <TextField
          label={texts.minutes}
          name="MINUTES"
          type="number"
          min={1}
          inputMode="numeric"
          required
          list="lengths"
        />
      </div>
      <datalist id="lengths">
        {[15, 30, 45, 60, 90, 120].map((minutes) => (
          <option key={minutes} value={minutes} />
        ))}
      </datalist>
      <SelectField label={texts.zone} name="ZONE" options={zones} />
      {!isEvent && (
        <>
          <div className="pair">
            <SelectField
              label={texts.repeat}
              name="REPEAT"
              options={offered.map((value) => ({ value, label: texts.repeats[value] }))}
            />
            <TextField
              label={isHydrated && interval ? texts.every[interval] : texts.everyPlain}
              name="EVERY"
              type="number"
              min={1}
              inputMode="numeric"
              hidden={hides(interval !== undefined)}
            />
          </div>
          <fieldset className="choices days" hidden={hides(repeat === 'WEEKLY')}>
            <legend>{texts.days}</legend>
            {DAYS.map((day) => (
              <Box key={day} name={`DAY${day}`} label={timetable.days[day] ?? ''} />
            ))}
          </fieldset>
          <div className="pair">
            <SelectField
              label={texts.ends}
              name="ENDS"
              hidden={hides(repeats)}
              options={ENDINGS.filter((value) => repeat !== 'ANYTIME' || value !== 'AFTER').map((value) => ({
                value,
                label: texts.end[value],
              }))}
            />
            <TextField
              label={texts.until}
              name="UNTIL"
              type="date"
              hidden={hides(repeats && ending === 'ON')}
            />
            <TextField
              label={texts.times}
              name="TIMES"
              type="number"
              min={1}
              inputMode="numeric"
              hidden={hides(repeats && ending === 'AFTER')}
            />
          </div>
        </>
      )}
    </div>
  );
}
