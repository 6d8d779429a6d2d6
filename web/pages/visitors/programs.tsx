import type { ProgramsPage } from '../../../src/browser/pages/program-pages.ts';
import { Select, TextArea } from '../../parts/choices.tsx';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'programs'> = {
  areas: ['problems', 'programs'],
  title: (_content, texts) => texts.programs.heading,
  Content: Programs,
};

const STATUSES = ['PUBLIC', 'PRIVATE', 'UNLISTED'] as const;

/** The programs of events: hosts make, change and end theirs. */
function Programs({ problem, programs, changed, given, form, home }: ProgramsPage) {
  const texts = useTexts().programs;
  return (
    <>
      <h1>{texts.heading}</h1>
      <div className="columns">
        <section className="card" aria-labelledby="programs">
          <h2 id="programs">{texts.yours}</h2>
          {programs.length === 0 ? (
            <div className="empty">
              <p>{texts.none}</p>
              <p className="soft">{texts.noneHint}</p>
            </div>
          ) : (
            <ul className="people">
              {programs.map(({ id, name, status, url, change, end }) => (
                <li key={id}>
                  <div className="person">
                    <a className="name" href={url}>
                      {name}
                    </a>
                    <span className="soft">{texts.number(id)}</span>
                  </div>
                  <span className="badge">{texts.statuses[status]}</span>
                  <div className="person-actions">
                    {change !== undefined && (
                      <a className="button second" href={change} aria-label={texts.changeName(name)}>
                        {texts.change}
                      </a>
                    )}
                    {end && (
                      <PostForm form={end}>
                        <Submit kind="danger" label={texts.endName(name)}>
                          {texts.end}
                        </Submit>
                      </PostForm>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className="card" aria-labelledby="edit">
          <h2 id="edit">{changed === undefined ? texts.make : texts.changeName(changed)}</h2>
          <Problem word={problem} />
          <PostForm form={form} className="fields">
            <Field label={texts.name} name="NAME" maxLength={256} defaultValue={given.NAME} />
            <Select
              label={texts.status}
              name="STATUS"
              options={STATUSES.map((value) => ({
                value,
                label: texts.statuses[value],
                chosen: value === (given.STATUS ?? 'PUBLIC'),
              }))}
            />
            <TextArea
              label={texts.description}
              name="ABOUT"
              maxLength={2500}
              defaultValue={given.ABOUT}
              optional
            />
            <Field
              label={texts.expected}
              name="EXPECTED"
              maxLength={32}
              defaultValue={given.EXPECTED}
              optional
            />
            <Field label={texts.budget} name="BUDGET" maxLength={64} defaultValue={given.BUDGET} optional />
            <Field
              label={texts.after}
              name="AFTER"
              maxLength={128}
              defaultValue={given.AFTER}
              verbatim
              optional
            />
            <Submit>{changed === undefined ? texts.make : texts.save}</Submit>
          </PostForm>
        </section>
      </div>
      <p className="aside">
        <a href={home}>{texts.home}</a>
      </p>
    </>
  );
}
