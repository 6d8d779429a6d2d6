import type { LabsPage } from '../../../src/browser/pages/page-data.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'labs'> = {
  areas: ['labs', 'problems'],
  title: (_, texts) => texts.labs.heading,
  Content: Labs,
};

/** How many computers each lab of the site has. */
function Labs({ problem, labs, add, back }: LabsPage) {
  const texts = useTexts().labs;
  return (
    <div className="card">
      <h1>{texts.heading}</h1>
      <p className="soft">{texts.lead}</p>
      <Problem word={problem} />
      {labs.length === 0 ? (
        <p className="empty">{texts.none}</p>
      ) : (
        <ul className="rows labs">
          {labs.map(({ labName, description, totalComputers, computersInSession, form }) => (
            <li key={labName}>
              <div className="lab">
                <h2 className="name">{labName}</h2>
                {description !== undefined && <p className="soft name">{description}</p>}
                <p className="soft">{texts.inUse(computersInSession)}</p>
              </div>
              <PostForm form={form} className="inline-form">
                <Field
                  label={texts.computers}
                  spoken={texts.computersOf(labName)}
                  name="COMPUTERS"
                  inputMode="numeric"
                  pattern="[0-9]{1,5}"
                  autoComplete="off"
                  defaultValue={String(totalComputers)}
                />
                <Submit kind="second" label={texts.saveOf(labName)}>
                  {texts.save}
                </Submit>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
      <PostForm form={add} className="inline-form">
        <Field label={texts.name} name="NAME" maxLength={128} autoComplete="off" />
        <Submit>{texts.add}</Submit>
      </PostForm>
      <p className="aside">
        <a href={back}>{texts.back}</a>
      </p>
    </div>
  );
}
