/** What those who manage a session see on its page: the invitation to send, its people, its days, who was there. */
import { useState } from 'react';
import type { HostView } from '../../src/browser/pages/host-view-data.ts';
import { useTexts } from '../texts/texts.ts';
import { Avatar } from './avatar.tsx';
import { PostForm, Submit } from './post-form.tsx';
import { toClipboard } from './to-clipboard.ts';
import { useHydrated } from './use-hydrated.ts';

export function HostPart({ view }: { readonly view: HostView }) {
  const { hostView: texts, timetable } = useTexts();
  const { when, password, edit, cancel, isSeries, people, days, held } = view;
  return (
    <>
      <section className="host-part" aria-labelledby="invitation">
        <h2 id="invitation">{texts.invitation}</h2>
        {when && <p className="soft">{timetable.sentence(when)}</p>}
        {password !== undefined && (
          <p>
            {`${texts.password} `}
            <strong className="number">{password}</strong>
          </p>
        )}
        <Invitation text={view.invitation} />
      </section>
      {view.tracking.length > 0 && (
        <section className="host-part" aria-labelledby="tracking">
          <h2 id="tracking">{texts.tracking}</h2>
          <dl className="tracking-values">
            {view.tracking.map(({ index, name = texts.trackingCode(index), value }) => (
              <div key={index}>
                <dt className="soft name">{name}</dt>
                <dd className="name">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {days.length > 0 && (
        <section className="host-part" aria-labelledby="days">
          <h2 id="days">{texts.days}</h2>
          <ul className="series-days">
            {days.map(({ day, time, name, isMoved, isChanged, isDropped, change }) => (
              <li key={`${day} ${time}`}>
                <div className="series-day">
                  <span className={isDropped ? 'dropped' : undefined}>{`${day}, ${time}`}</span>
                  {name !== undefined && <span className="name">{name}</span>}
                  {isMoved && <span className="badge">{texts.moved}</span>}
                  {isChanged && <span className="badge">{texts.changed}</span>}
                  {isDropped && <span className="badge rejected">{texts.dropped}</span>}
                </div>
                {change !== undefined && (
                  <a href={change} aria-label={texts.changeDay(day)}>
                    {texts.change}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="host-part" aria-labelledby="people">
        <h2 id="people">{texts.people(people.length)}</h2>
        {people.length === 0 ? (
          <p className="soft">{texts.nobody}</p>
        ) : (
          <ul className="people">
            {people.map(({ name, email, role, state }) => (
              <li key={`${email} ${name}`}>
                <Avatar name={name} />
                <div className="person">
                  <span className="name">{name}</span>
                  {email !== name && <span className="soft name">{email}</span>}
                </div>
                <span className={`badge ${state}`}>
                  {role === 'attendee' ? texts.states[state] : texts.roles[role]}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {held.length > 0 && (
        <section className="host-part" aria-labelledby="held">
          <h2 id="held">{texts.held}</h2>
          <ul className="held-times">
            {held.map(({ day, minutes, names }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two times of one day are alike.
              <li key={at}>
                <p>{texts.heldOn(day, minutes)}</p>
                <p className="soft name">{names.length === 0 ? texts.nobodyThere : names.join(', ')}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(edit !== undefined || cancel) && (
        <div className="host-deeds">
          {edit !== undefined && (
            <a className="button second" href={edit}>
              {isSeries ? texts.editSeries : texts.edit}
            </a>
          )}
          {cancel && (
            <details className="folded cancelling">
              <summary>{isSeries ? texts.cancelSeries : texts.cancel}</summary>
              <p>{texts.cancelQuestion}</p>
              <PostForm form={cancel}>
                <Submit kind="danger" deed="CANCEL">
                  {isSeries ? texts.cancelSeries : texts.cancel}
                </Submit>
              </PostForm>
            </details>
          )}
        </div>
      )}
    </>
  );
}

function Invitation({ text }: { readonly text: string }) {
  const texts = useTexts().hostView;
  const [isCopied, setCopied] = useState(false);
  const isHydrated = useHydrated();
  return (
    <div className="invitation">
      <p className="as-written name">{text}</p>
      {isHydrated && (
        <button
          type="button"
          className="second"
          onClick={async () => {
            await toClipboard(text);
            setCopied(true);
          }}
        >
          {isCopied ? texts.copied : texts.copy}
        </button>
      )}
      <span className="unseen" role="status">
        {isCopied ? texts.copied : ''}
      </span>
    </div>
  );
}
