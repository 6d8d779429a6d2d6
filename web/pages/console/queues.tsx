import type { QueuesPage } from '../../../src/browser/pages/page-data.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'queues'> = {
  areas: ['problems', 'queues'],
  title: (_content, texts) => texts.queues.heading,
  Content: Queues,
};

/** The queues in which requests for support wait: administrators make them, and take them away. */
function Queues({ problem, name, queues, make, back }: QueuesPage) {
  const texts = useTexts().queues;
  return (
    <>
      <h1>{texts.heading}</h1>
      <p className="lead">{texts.lead}</p>
      <section className="card" aria-labelledby="queues">
        <h2 id="queues">{texts.all}</h2>
        {queues.length === 0 ? (
          <div className="empty">
            <p>{texts.none}</p>
            {make && <p className="soft">{texts.noneHint}</p>}
          </div>
        ) : (
          <ul className="people">
            {queues.map((queue) => (
              <li key={queue.id}>
                <div className="person">
                  <span className="name">{queue.name}</span>
                  <span className="soft">{texts.people(queue.people)}</span>
                </div>
                {queue.remove && (
                  <div className="person-actions">
                    <PostForm form={queue.remove}>
                      <Submit kind="second" label={texts.removeName(queue.name)}>
                        {texts.remove}
                      </Submit>
                    </PostForm>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {make && (
        <section className="card" aria-labelledby="make">
          <h2 id="make">{texts.make}</h2>
          <Problem word={problem} text={problem && texts.problems[problem]} />
          <PostForm form={make} className="fields">
            <Field
              label={texts.name}
              name="NAME"
              maxLength={128}
              defaultValue={name}
              wrong={problem !== undefined}
              focused={problem !== undefined}
            />
            <Submit>{texts.make}</Submit>
          </PostForm>
        </section>
      )}
      <p className="aside">
        <a href={back}>{texts.back}</a>
      </p>
    </>
  );
}
