import type { RegistrantsPage } from '../../../src/browser/pages/page-data.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'registrants'> = {
  areas: ['registration'],
  title: ({ session }) => session.confName,
  Content: Registrants,
};

/** Who registered, for those who manage the session. */
function Registrants({ session, back, people }: RegistrantsPage) {
  const texts = useTexts().registrants;
  return (
    <div className="card">
      <p className="eyebrow">{texts.heading}</p>
      <h1>{session.confName}</h1>
      {people.length === 0 ? (
        <p className="empty">{texts.none}</p>
      ) : (
        <ul className="people">
          {people.map((person) => (
            <li key={`${person.email} ${person.name}`}>
              <Avatar name={person.name} />
              <div className="person">
                <span className="name">{person.name}</span>
                <span className="soft name">{person.email}</span>
                {person.answers?.map(({ label, value }) => (
                  <span key={label} className="soft name">
                    {`${label} `}
                    <strong>{value}</strong>
                  </span>
                ))}
              </div>
              <span className={`badge ${person.state}`}>{texts.states[person.state]}</span>
              <div className="person-actions">
                {person.accept && (
                  <PostForm form={person.accept}>
                    <Submit label={texts.acceptName(person.name)}>{texts.accept}</Submit>
                  </PostForm>
                )}
                {person.reject && (
                  <PostForm form={person.reject}>
                    <Submit kind="second" label={texts.rejectName(person.name)}>
                      {texts.reject}
                    </Submit>
                  </PostForm>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="aside">
        <a href={back}>{texts.back}</a>
      </p>
    </div>
  );
}
