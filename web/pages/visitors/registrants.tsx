import type { RegistrantsPage } from '../../../src/browser/pages/registration-pages-data.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'registrants'> = {
  areas: ['problems', 'registration'],
  title: ({ session }) => session.confName,
  Content: Registrants,
};

/** Who registered, for those who manage the session. */
function Registrants({ session, problem, back, download, acceptAll, people }: RegistrantsPage) {
  const texts = useTexts().registrants;
  return (
    <div className="card">
      <p className="eyebrow">{texts.heading}</p>
      <h1>{session.confName}</h1>
      <Problem word={problem} />
      {people.length === 0 ? (
        <p className="empty">{texts.none}</p>
      ) : (
        <>
          <Counts people={people} />
          <div className="registrants-actions">
            {acceptAll && (
              <PostForm form={acceptAll}>
                <Submit>{texts.acceptAll}</Submit>
              </PostForm>
            )}
            {download !== undefined && (
              <a href={download} download>
                {texts.download}
              </a>
            )}
          </div>
          <ul className="people registrants">
            {people.map((person) => (
              <Registrant key={`${person.email} ${person.name}`} {...person} />
            ))}
          </ul>
        </>
      )}
      <p className="aside">
        <a href={back}>{texts.back}</a>
      </p>
    </div>
  );
}

function Counts({ people }: Pick<RegistrantsPage, 'people'>) {
  const texts = useTexts().registrants;
  const labels = { pending: texts.waiting, accepted: texts.states.accepted, rejected: texts.states.rejected };
  return (
    <dl className="registrants-counts">
      {(['pending', 'accepted', 'rejected'] as const).map((state) => (
        <div key={state}>
          <dt>{labels[state]}</dt>
          <dd className="number">{people.filter((person) => person.state === state).length}</dd>
        </div>
      ))}
    </dl>
  );
}

function Registrant({
  name,
  email,
  state,
  registered,
  answers = [],
  accept,
  reject,
}: RegistrantsPage['people'][number]) {
  const { registrants: texts, register } = useTexts();
  return (
    <li>
      <Avatar name={name} />
      <div className="person">
        <span className="name">{name}</span>
        <span className="soft name">{email}</span>
        <span className="soft">{texts.registeredAt(registered)}</span>
      </div>
      <span className={`badge ${state}`}>{texts.states[state]}</span>
      <div className="person-actions">
        {accept && (
          <PostForm form={accept}>
            <Submit kind="second" label={texts.acceptName(name)}>
              {texts.accept}
            </Submit>
          </PostForm>
        )}
        {reject && (
          <PostForm form={reject}>
            <Submit kind="second" label={texts.rejectName(name)}>
              {texts.reject}
            </Submit>
          </PostForm>
        )}
      </div>
      {answers.length > 0 && (
        <dl className="registrant-answers">
          {answers.map(({ label, isField, value }) => (
            <div key={`${isField} ${label}`}>
              <dt className="name">{isField ? register.label(label) : label}</dt>
              <dd className="name as-written">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
