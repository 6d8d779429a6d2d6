import { useRef } from 'react';
import type { JoinPage } from '../../../src/browser/pages/session-pages.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { FoldedFacts, SessionHead } from '../../parts/session-head.tsx';
import { Prejoin } from '../../prejoin/prejoin.tsx';
import { useKeptName } from '../../prejoin/use-kept-name.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'join'> = {
  areas: ['join', 'prejoin', 'problems', 'session', 'way-in'],
  title: ({ session }) => session.confName,
  Content: Join,
};

/** Asks for what the session wants to know of who comes. */
function Join(page: JoinPage) {
  const { session, signIn, accountRequired, register } = page;
  const texts = useTexts();
  const own = texts.join;
  const place = useRef<HTMLDivElement>(null);
  useKeptName(place);
  return (
    <div className="way-in" ref={place}>
      {!accountRequired && <Prejoin devices={page.devices} />}
      <div className="card">
        <SessionHead session={session} purpose={own.heading} folded />
        <Problem word={page.problem} />
        {accountRequired ? <p>{own.accountRequired}</p> : <JoinForm {...page} />}
        {accountRequired && signIn !== undefined && (
          <a className="button main" href={signIn}>
            {texts.signIn}
          </a>
        )}
        <ul className="links">
          {!accountRequired && signIn !== undefined && (
            <li>
              <a href={signIn}>{own.signIn}</a>
            </li>
          )}
          {register !== undefined && (
            <li>
              <a href={register}>{own.register}</a>
            </li>
          )}
        </ul>
        {!session.isNumberAlone && <FoldedFacts session={session} />}
      </div>
    </div>
  );
}

function JoinForm({ problem, asks, given, form }: JoinPage) {
  const texts = useTexts();
  const own = texts.join;
  return (
    <PostForm form={form} className="fields">
      {asks.name && <Field label={own.name} name="AN" autoComplete="name" defaultValue={given.AN} />}
      {asks.email && (
        <Field
          label={own.email}
          name="AE"
          type="email"
          autoComplete="email"
          defaultValue={given.AE}
          wrong={problem === 'InvalidEmailAddress'}
          needed={false}
          hint={texts.wayIn.emailHint}
        />
      )}
      {asks.password && (
        <Field
          label={asks.ofPanel ? own.panelPassword : own.password}
          name="PW"
          type="password"
          autoComplete="off"
          wrong={problem === 'InvalidMeetingKeyOrPassword'}
        />
      )}
      {asks.registrationID && (
        <Field
          label={own.registrationID}
          name="RID"
          autoComplete="off"
          inputMode="numeric"
          wrong={problem === 'InvalidRegistrationID' || problem === 'RegistrationIDIsRequired'}
          verbatim
        />
      )}
      <div className="join-action">
        <Submit>{own.submit}</Submit>
      </div>
    </PostForm>
  );
}
