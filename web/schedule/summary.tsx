/** What the form comes to, in words, and the button that does it. */
import type { Timetable } from '../../src/browser/pages/schedule-page.ts';
import { Submit } from '../parts/post-form.tsx';
import { useTexts } from '../texts/texts.ts';

interface SummaryProps {
  readonly when: Timetable | undefined;
  readonly isChange: boolean;
  readonly isGone: boolean;
}

export function Summary({ when, isChange, isGone }: SummaryProps) {
  const { schedule: texts, timetable } = useTexts();
  return (
    <section className="card summary" aria-labelledby="summary">
      <h2 id="summary">{texts.summary}</h2>
      <div role="status">
        {when === undefined ? (
          <p className="soft">{texts.summaryNone}</p>
        ) : (
          <>
            <p className="summary-sentence">{timetable.sentence(when)}</p>
            {when.repeat !== undefined && when.repeat.next.length > 0 && (
              <>
                <p className="soft">{timetable.next}</p>
                <ol className="dates">
                  {when.repeat.next.map((day) => (
                    <li key={day}>{day}</li>
                  ))}
                </ol>
              </>
            )}
          </>
        )}
      </div>
      <Submit deed="SAVE">{isChange && !isGone ? texts.save : texts.submit}</Submit>
    </section>
  );
}
