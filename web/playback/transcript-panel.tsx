/** What is said in a recording, to be read, searched, and gone to. Loaded after the page: without scripts there is the file. */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { PlayerPage, SaidThen } from '../../src/browser/pages/recording-page.ts';
import { useTexts } from '../texts/texts.ts';
import { clockTime } from './amounts.ts';

interface TranscriptPanelProps {
  readonly transcript: NonNullable<PlayerPage['transcript']>;
  /** Seconds. */
  readonly time: number;
  go(to: number): void;
}

export function TranscriptPanel({ transcript, time, go }: TranscriptPanelProps) {
  const texts = useTexts().playback;
  const id = useId();
  const { said, hasFailed } = useSaid(transcript.words);
  const [wanted, setWanted] = useState('');
  const pattern = useMemo(() => patternOf(wanted), [wanted]);
  const shown = useMemo(
    () => (pattern ? said?.filter(({ text, voice = '' }) => pattern.test(`${voice}\n${text}`)) : said),
    [said, pattern],
  );
  const current = said?.findLast(({ at }) => at <= time + 0.25);
  const list = useRef<HTMLOListElement>(null);
  useFollowed(list, pattern === undefined ? current : undefined);

  // One of the list is reached by Tab, and the others by the arrows.
  const [reached, setReached] = useState<SaidThen>();
  const held = shown?.find((one) => one === (reached ?? current)) ?? shown?.[0];
  const move = (event: KeyboardEvent<HTMLOListElement>) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link.matches(':focus'));
    const to = STEPS[event.key]?.(at, links.length - 1);
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    // The player hears the same keys.
    event.stopPropagation();
    links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
  };
  return (
    <section className="card transcript" aria-labelledby={`${id}h`}>
      <h2 id={`${id}h`}>{texts.transcript}</h2>
      <div className="transcript-tools">
        <input
          type="search"
          value={wanted}
          maxLength={200}
          aria-label={texts.searchTranscript}
          placeholder={texts.searchTranscript}
          aria-controls={`${id}l`}
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={(event) => event.stopPropagation()}
        />
        <p className="soft transcript-found" role="status">
          {pattern && shown ? texts.foundInTranscript(shown.length) : ''}
        </p>
      </div>
      {hasFailed && <p className="soft transcript-state">{texts.transcriptFailed}</p>}
      {!said && !hasFailed && <p className="soft transcript-state">{texts.transcriptComes}</p>}
      <ol ref={list} id={`${id}l`} className="transcript-list" lang={transcript.language} onKeyDown={move}>
        {shown?.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is said never changes while it is shown.
          <li key={index}>
            <a
              className="said"
              href={`#t=${Math.floor(one.at)}`}
              tabIndex={one === held ? 0 : -1}
              aria-current={one === current ? 'true' : undefined}
              onFocus={() => setReached(one)}
              onClick={(event) => {
                event.preventDefault();
                go(one.at);
              }}
            >
              <span className="number">{clockTime(one.at)}</span>
              <span>
                {one.voice !== undefined && (
                  <bdi className="voice">
                    <Marked text={one.voice} pattern={pattern} />
                  </bdi>
                )}
                <bdi className="words">
                  <Marked text={one.text} pattern={pattern} />
                </bdi>
              </span>
            </a>
          </li>
        ))}
      </ol>
      {transcript.txt !== undefined && transcript.vtt !== undefined && (
        <p className="transcript-files">
          <a href={transcript.txt}>{texts.transcriptText}</a>
          <a href={transcript.vtt}>{texts.transcriptCaptions}</a>
        </p>
      )}
    </section>
  );
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 10,
  PageUp: (at) => at - 10,
  Home: () => 0,
  End: (_, last) => last,
};

/** What is looked for in it stands out. */
function Marked({ text, pattern }: { readonly text: string; readonly pattern: RegExp | undefined }) {
  if (!pattern) return text;
  return text.split(pattern).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: what is said never changes while it is shown.
    index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
  );
}

/** Finds a text in any letter case, kept apart from what stands around it; nothing for no text. */
function patternOf(wanted: string): RegExp | undefined {
  const text = wanted.trim();
  return text === '' ? undefined : new RegExp(`(${text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')})`, 'iu');
}

function useSaid(address: string) {
  const [said, setSaid] = useState<readonly SaidThen[]>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const read = async () => {
      const answer = await fetch(address, { signal: leaving.signal });
      if (!answer.ok) throw new Error(`there is no transcript: ${answer.status}`);
      setSaid((await answer.json()) as readonly SaidThen[]);
    };
    read().catch(() => {
      if (!leaving.signal.aborted) setFailed(true);
    });
    return () => leaving.abort();
  }, [address]);
  return { said, hasFailed };
}

/** What is said now stays in sight, within the list alone, unless somebody reads elsewhere in it. */
function useFollowed(list: { readonly current: HTMLOListElement | null }, current: SaidThen | undefined) {
  useEffect(() => {
    const element = list.current;
    if (!current || !element || element.matches(':hover, :focus-within')) return;
    const here = element.querySelector<HTMLElement>('[aria-current]');
    if (!here) return;
    const top = here.offsetTop - element.offsetTop;
    if (top < element.scrollTop || top + here.offsetHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top - element.clientHeight / 3;
    }
  }, [list, current]);
}
