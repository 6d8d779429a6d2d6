import { useRef } from 'react';
import type { WaitingPage } from '../../../src/browser/pages/page-data.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { SessionHead } from '../../parts/session-head.tsx';
import { useEvents } from '../../parts/use-events.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'waiting'> = {
  title: ({ waitsFor }, texts) => texts.waiting[waitsFor],
  Content: Waiting,
};

/** Goes on by itself when the server says so; without scripts by its button. */
function Waiting({ session, waitsFor, events, next, leave }: WaitingPage) {
  const texts = useTexts().waiting;
  const goOn = useRef<HTMLDivElement>(null);
  const isConnected = useEvents(events, {
    go: () => goOn.current?.querySelector('form')?.requestSubmit(),
  });
  return (
    <div className="card">
      <SessionHead session={session} heading={texts[waitsFor]}>
        <p className="waits">
          <span className="pulse" aria-hidden="true" />
          <span role="status">{isConnected ? texts[`${waitsFor}Lead`] : texts.lost}</span>
        </p>
      </SessionHead>
      <div className="actions" ref={goOn}>
        <PostForm form={next}>
          <Submit kind="second">{texts.tryNow}</Submit>
        </PostForm>
        {leave && (
          <PostForm form={leave}>
            <Submit kind="quiet">{texts.leave}</Submit>
          </PostForm>
        )}
      </div>
    </div>
  );
}
