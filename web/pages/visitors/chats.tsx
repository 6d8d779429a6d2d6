import type { ChatsPage } from '../../../src/browser/pages/session-pages.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'chats'> = {
  areas: ['chat'],
  title: ({ session }) => session.confName,
  Content: Chats,
};

/** What was written in a session, for its host. */
function Chats({ session, runs, isKept, back }: ChatsPage) {
  const texts = useTexts().chat;
  return (
    <div className="card">
      <p className="eyebrow">{texts.afterwards}</p>
      <h1>{session.confName}</h1>
      {runs.length === 0 && <p className="empty">{isKept ? texts.nothingKept : texts.keptNowhere}</p>}
      {runs.map(({ id, when, lines }) => (
        <section key={id} aria-labelledby={`run-${id}`}>
          <h2 id={`run-${id}`}>{when}</h2>
          {lines.map((line) => (
            <article key={line.id} className="chat-line">
              <p className="chat-head">
                <bdi className="name">{line.name}</bdi>
                <span className="soft">{line.at}</span>
                {line.isForHosts && (
                  <span className="chat-note">{texts.note('HOSTS', false, undefined)}</span>
                )}
              </p>
              <p className="chat-text as-written" dir="auto">
                {line.text}
              </p>
            </article>
          ))}
        </section>
      ))}
      <p className="aside">
        <a href={back}>{texts.back}</a>
      </p>
    </div>
  );
}
