import type { OccurrencePage } from '../../../src/browser/pages/schedule-page.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { Area, FilledContext, TextField } from '../../schedule/fields.tsx';
import { PasswordField } from '../../schedule/password-field.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'occurrence'> = {
  areas: ['schedule', 'timetable'],
  title: (_content, texts) => texts.occurrence.heading,
  Content: Occurrence,
};

/** One day of a series. */
function Occurrence({ confName, back, series, problems, given, password, when, move, drop }: OccurrencePage) {
  const { occurrence: texts, schedule, timetable } = useTexts();
  const general = problems.filter(({ field }) => field === undefined);
  return (
    <FilledContext value={{ given, problems }}>
      <div className="card">
        <h1>{texts.heading}</h1>
        <p className="lead name">{texts.lead(confName)}</p>
        {general.map(({ word, detail }) => (
          <p key={word} className="notice bad" role="alert">
            {schedule.problems(word, detail)}
          </p>
        ))}
        <dl className="facts">
          <div>
            <dt>{texts.now}</dt>
            <dd>{timetable.sentence(when)}</dd>
          </div>
        </dl>
        <PostForm form={move} className="fields">
          <p>{texts.own}</p>
          <TextField label={schedule.name} name="NAME" required maxLength={512} />
          <div className="pair">
            <TextField label={schedule.date} name="DATE" type="date" required />
            <TextField label={schedule.time} name="TIME" type="time" required />
          </div>
          <TextField label={schedule.minutes} name="MINUTES" inputMode="numeric" required />
          <PasswordField rules={password} drawn={undefined} />
          <Area label={schedule.agenda} name="AGENDA" rows={3} maxLength={2500} />
          <Submit deed="MOVE">{texts.save}</Submit>
        </PostForm>
        <details className="folded">
          <summary>{texts.drop}</summary>
          <div className="fields">
            <p>{texts.dropQuestion}</p>
            <PostForm form={drop} className="fields">
              <Submit kind="danger" deed="DROP">
                {texts.dropYes}
              </Submit>
            </PostForm>
          </div>
        </details>
        <ul className="links">
          <li>
            <a href={series}>{texts.series}</a>
          </li>
          <li>
            <a href={back}>{texts.back}</a>
          </li>
        </ul>
      </div>
    </FilledContext>
  );
}
