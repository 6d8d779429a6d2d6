import { useRef } from 'react';
import type { WaitingPage } from '../../../src/browser/pages/session-pages.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { FoldedFacts, SessionHead } from '../../parts/session-head.tsx';
import { useEvents } from '../../parts/use-events.ts';
import { Prejoin } from '../../prejoin/prejoin.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'waiting'> = {
  areas: ['prejoin', 'session', 'waiting', 'way-in'],
  title: ({ waitsFor }, texts) => texts.waiting[waitsFor],
  Content: Waiting,
};

/** Goes on by itself when the server says so; without scripts it looks again by itself, and by its button. */
function Waiting({ session, waitsFor, events, next, leave, devices }: WaitingPage) {
  const texts = useTexts().waiting;
  const goOn = useRef<HTMLDivElement>(null);
  const isConnected = useEvents(events, {
    go: () => goOn.current?.querySelector('form')?.requestSubmit(),
  });
  // It is what one waits for that stands above, not how the session stands.
  const { inProgress: _, isLocked: __, ...waited } = session;
  return (
    <div className="way-in">
      <div className="card">
        <SessionHead session={{ ...waited, inProgress: false }} heading={texts[waitsFor]} folded>
          <p className="waits">
            <span className="pulse" aria-hidden="true" />
            <span role="status">{isConnected ? texts[`${waitsFor}Lead`] : texts.lost}</span>
          </p>
        </SessionHead>
        <div className="actions" ref={goOn}>
          <PostForm form={next}>
            <Submit kind="second">{texts.tryNow}</Submit>
          </PostForm>
          {typeof leave === 'string' ? (
            <a className="button quiet" href={leave}>
              {texts.leave}
            </a>
          ) : (
            <PostForm form={leave}>
              <Submit kind="quiet">{texts.leave}</Submit>
            </PostForm>
          )}
        </div>
        <FoldedFacts session={session} />
      </div>
      <Prejoin devices={devices} />
    </div>
  );
}
