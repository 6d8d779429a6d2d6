import { useId } from 'react';
import type { Form } from '../../../src/browser/pages/form.ts';
import type { ContactsPage, ShownContact } from '../../../src/browser/pages/own-pages.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { TextArea } from '../../parts/choices.tsx';
import { Field } from '../../parts/field.tsx';
import { Problem, Status } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'contacts'> = {
  areas: ['contacts', 'problems'],
  title: (_content, texts) => texts.contacts.heading,
  Content: Contacts,
};

/** The address book of a host. */
function Contacts(page: ContactsPage) {
  const { problem, done, imported, contacts, total, before, after } = page;
  const texts = useTexts().contacts;
  return (
    <>
      <div className="page-head">
        <h1>{texts.heading}</h1>
        <p className="soft">{texts.lead}</p>
      </div>
      <Problem word={problem} text={problem && texts.problems.get(problem)} />
      {done && <Status>{imported ? texts.imported(imported.taken, imported.left) : texts.done[done]}</Status>}
      <div className="columns">
        <div className="column">
          <section className="card" aria-labelledby="contacts">
            <div className="list-head">
              <h2 id="contacts">{texts.count(total)}</h2>
              <Search {...page.search} />
            </div>
            {contacts.length === 0 ? (
              <div className="empty">
                <p>{page.search.Q === '' ? texts.none : texts.noneFound}</p>
                <p className="soft">
                  {page.search.Q === '' ? texts.noneHint : <a href={page.all}>{texts.all}</a>}
                </p>
              </div>
            ) : (
              <ul className="people">
                {contacts.map((contact) => (
                  <Contact key={contact.id} {...contact} />
                ))}
              </ul>
            )}
            {(before !== undefined || after !== undefined) && (
              <nav className="turn" aria-label={texts.pages}>
                {before !== undefined && (
                  <a className="button second" href={before}>
                    {texts.before}
                  </a>
                )}
                {after !== undefined && (
                  <a className="button second" href={after}>
                    {texts.after}
                  </a>
                )}
              </nav>
            )}
          </section>
          <Files bring={page.bring} fetch={page.fetch} />
        </div>
        <div className="column">
          <Edit {...page.edit} all={page.all} problem={problem} />
          <Groups {...page} />
        </div>
      </div>
    </>
  );
}

function Search({ action, Q, group }: ContactsPage['search']) {
  const texts = useTexts().contacts;
  return (
    <search>
      <form action={action} className="contact-search">
        {group !== undefined && <input type="hidden" name="GROUP" value={group} />}
        <input type="search" name="Q" maxLength={128} defaultValue={Q} aria-label={texts.searchLabel} />
        <button type="submit" className="second">
          {texts.search}
        </button>
      </form>
    </search>
  );
}

function Contact({ name, email, about, groups, change, remove }: ShownContact) {
  const texts = useTexts().contacts;
  const shown = name || email;
  return (
    <li>
      <Avatar name={shown} />
      <div className="person">
        <span className="name">{shown}</span>
        {name !== '' && <span className="soft name">{email}</span>}
        {about !== '' && <span className="soft name">{about}</span>}
        {groups.length > 0 && (
          <span className="badges">
            {groups.map((group) => (
              <span key={group} className="badge name">
                {group}
              </span>
            ))}
          </span>
        )}
      </div>
      <div className="person-actions">
        <a className="button second" href={change} aria-label={texts.changeName(shown)}>
          {texts.change}
        </a>
        <PostForm form={remove}>
          <Submit kind="quiet" label={texts.removeName(shown)}>
            {texts.remove}
          </Submit>
        </PostForm>
      </div>
    </li>
  );
}

interface EditProps {
  readonly all: string;
  readonly problem: string | undefined;
}

function Edit({ isNew, given, groups, form, all, problem }: ContactsPage['edit'] & EditProps) {
  const texts = useTexts().contacts;
  const wrong = problem === 'InvalidEmailAddress' || problem === 'ContactTaken';
  return (
    <section className="card" aria-labelledby="edit">
      <h2 id="edit">{isNew ? texts.add : texts.edit}</h2>
      <PostForm form={form} className="fields">
        <Field
          label={texts.name}
          name="NAME"
          maxLength={256}
          defaultValue={given.NAME}
          needed={false}
          focused={!isNew && !wrong}
        />
        <Field
          label={texts.email}
          name="EM"
          type="email"
          defaultValue={given.EM}
          wrong={wrong}
          focused={wrong}
        />
        <Field label={texts.company} name="COMPANY" defaultValue={given.COMPANY} optional />
        <Field label={texts.title} name="TITLE" defaultValue={given.TITLE} optional />
        <Field label={texts.phone} name="PHONE" type="tel" defaultValue={given.PHONE} optional />
        <Field label={texts.mobile} name="MOBILE" type="tel" defaultValue={given.MOBILE} optional />
        <TextArea
          label={texts.notes}
          name="NOTES"
          rows={2}
          maxLength={2000}
          defaultValue={given.NOTES}
          optional
        />
        {groups.length > 0 && (
          <fieldset className="choices">
            <legend>{texts.groups}</legend>
            {groups.map(({ id, name, chosen }) => (
              <label key={id}>
                <input type="checkbox" name={`G${id}`} value="1" defaultChecked={chosen} />
                <span className="name">{name}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Submit>{texts.save}</Submit>
      </PostForm>
      {!isNew && (
        <p className="aside">
          <a href={all}>{texts.cancel}</a>
        </p>
      )}
    </section>
  );
}

function Groups({ groups, all, makeGroup }: ContactsPage) {
  const texts = useTexts().contacts;
  return (
    <section className="card" aria-labelledby="groups">
      <h2 id="groups">{texts.groups}</h2>
      {groups.length === 0 ? (
        <p className="soft">{texts.noGroups}</p>
      ) : (
        <ul className="people">
          {groups.map(({ id, name, url, isHere, remove }) => (
            <li key={id}>
              <div className="person">
                <a className="name" href={isHere ? all : url} aria-current={isHere ? 'true' : undefined}>
                  {name}
                </a>
              </div>
              <div className="person-actions">
                <PostForm form={remove}>
                  <Submit kind="quiet" label={texts.removeName(name)}>
                    {texts.remove}
                  </Submit>
                </PostForm>
              </div>
            </li>
          ))}
        </ul>
      )}
      <PostForm form={makeGroup} className="fields">
        <Field label={texts.newGroup} name="NAME" maxLength={128} />
        <Submit kind="second">{texts.makeGroup}</Submit>
      </PostForm>
    </section>
  );
}

function Files({ bring, fetch }: { readonly bring: Form; readonly fetch: string }) {
  const texts = useTexts().contacts;
  const id = useId();
  return (
    <section className="card" aria-labelledby="files">
      <h2 id="files">{texts.files}</h2>
      <p className="soft">{texts.filesHint}</p>
      <form className="fields" action={bring.action} method="post" encType="multipart/form-data">
        {Object.entries(bring.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <label htmlFor={id}>{texts.file}</label>
          <input id={id} type="file" name="FILE" accept=".csv,.txt,text/csv" required />
        </div>
        <button type="submit" className="second">
          {texts.bring}
        </button>
      </form>
      <p>
        <a href={fetch}>{texts.fetch}</a>
      </p>
    </section>
  );
}
