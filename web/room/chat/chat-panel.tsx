/** The chat: what has been said, and a field to say more. */
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import type { ChatLine } from '../../../src/browser/pages/room-page.ts';
import { pageLocale } from '../../parts/page-locale.ts';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';
import { useChatLog } from './chat-log.ts';
import { Linked } from './linked.tsx';
import { type Receiver, receiversFor } from './receivers.ts';
import { type Unsent, write } from './write.ts';

/** Characters of a message, as the server takes it. */
const LONGEST = 2_000;

export function ChatPanel({ page, room, events }: RoomView) {
  const texts = useTexts().chat;
  const { state, see } = useChatLog(events, page.chat.last);
  const { lines } = state;
  const last = lines.at(-1)?.id;
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every message
  useEffect(() => {
    see();
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  const receivers = receiversFor(room, texts);
  return (
    <div className="chat">
      <div className="chat-lines" role="log" aria-label={texts.said}>
        {lines.length === 0 && <p className="soft">{texts.nothing}</p>}
        {lines.map((line, at) => (
          <Line key={line.id} line={line} before={lines[at - 1]} />
        ))}
        <div ref={end} />
      </div>
      {receivers.length > 0 ? (
        <Composer page={page} receivers={receivers} />
      ) : (
        <p className="soft">{texts.notNow}</p>
      )}
      {page.chat.isKept && <p className="soft chat-kept">{texts.kept}</p>}
    </div>
  );
}

function Line({ line, before }: { readonly line: ChatLine; readonly before: ChatLine | undefined }) {
  const texts = useTexts().chat;
  const { from, name, isYours, to, toName, at, text } = line;
  const goesOn =
    before !== undefined &&
    before.from === from &&
    before.to === to &&
    before.toName === toName &&
    at - before.at < 60_000;
  const note = texts.note(to, isYours, toName);
  return (
    <article
      className={goesOn ? 'chat-line goes-on' : 'chat-line'}
      aria-label={isYours ? texts.you : name || texts.nameless}
    >
      {!goesOn && (
        <p className="chat-head">
          <bdi className="name">{isYours ? texts.you : name || texts.nameless}</bdi>
          <time dateTime={new Date(at).toISOString()}>{timeOf(at)}</time>
          {note !== undefined && <span className="chat-note">{note}</span>}
        </p>
      )}
      <p className="chat-text as-written" dir="auto">
        <Linked text={text} />
      </p>
    </article>
  );
}

interface ComposerProps {
  readonly page: RoomView['page'];
  readonly receivers: readonly Receiver[];
}

function Composer({ page, receivers }: ComposerProps) {
  const texts = useTexts().chat;
  const id = useId();
  const [wanted, setTo] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Unsent>();
  const [isSending, setSending] = useState(false);
  // Somebody who was chosen has gone, or may not be written to any more.
  const to = receivers.find((receiver) => receiver.to === wanted) ?? receivers[0];
  const send = async () => {
    if (text.trim() === '' || isSending || !to) return;
    setSending(true);
    const unsent = await write(page.chat.post, { MK: page.media.MK, to: to.to, text });
    setSending(false);
    setProblem(unsent);
    if (!unsent) setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className="chat-form" onSubmit={onSubmit}>
      {problem && (
        <p className="notice bad" role="alert">
          {texts.unsent[problem]}
        </p>
      )}
      <div className="chat-to">
        <label htmlFor={`${id}-to`}>{texts.to}</label>
        <select id={`${id}-to`} value={to?.to} onChange={({ currentTarget }) => setTo(currentTarget.value)}>
          {receivers.map((receiver) => (
            <option key={receiver.to} value={receiver.to}>
              {receiver.name}
            </option>
          ))}
        </select>
      </div>
      <div className="chat-write">
        <textarea
          aria-label={texts.message}
          value={text}
          rows={2}
          maxLength={LONGEST}
          dir="auto"
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="main" disabled={text.trim() === ''}>
          {texts.send}
        </button>
      </div>
    </form>
  );
}

/** On the visitor's clock. */
function timeOf(at: number): string {
  return new Intl.DateTimeFormat(pageLocale(), { timeStyle: 'short' }).format(at);
}
