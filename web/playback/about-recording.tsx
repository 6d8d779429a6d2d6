/** What a recording is, who made it and when, and how it is taken along. */
import { useEffect, useState } from 'react';
import type { PlayerPage } from '../../src/browser/pages/page-data.ts';
import { Avatar } from '../parts/avatar.tsx';
import { toClipboard } from '../parts/to-clipboard.ts';
import { useHydrated } from '../parts/use-hydrated.ts';
import { WhenText } from '../parts/when-text.tsx';
import { playerTexts as texts } from '../texts/en-player.ts';
import { useTexts } from '../texts/texts.ts';
import { amountOfBytes } from './amounts.ts';
import { Pictogram } from './pictogram.tsx';

interface AboutRecordingProps
  extends Pick<
    PlayerPage,
    'name' | 'hostName' | 'when' | 'description' | 'duration' | 'bytes' | 'download' | 'manage' | 'play'
  > {
  /** Seconds: a copied link leads there. */
  readonly time: number;
}

export function AboutRecording(props: AboutRecordingProps) {
  const { name, hostName, when, description, duration, bytes, download, manage, play, time } = props;
  const { playback } = useTexts();
  const isHydrated = useHydrated();
  return (
    <div className="about-recording">
      <h1>{name}</h1>
      <div className="recorded-by">
        <Avatar name={hostName} />
        <div>
          <p className="name">{hostName}</p>
          <p className="soft">
            <WhenText when={when} brief /> {duration > 0 && <span>{texts.duration(duration)}</span>}
          </p>
        </div>
      </div>
      <div className="recording-actions">
        {download !== undefined && (
          <a className={`button with-icon ${play ? 'second' : 'main'}`} href={download}>
            <Pictogram name="download" />
            {bytes > 0 ? texts.download(amountOfBytes(bytes)) : playback.download}
          </a>
        )}
        {isHydrated && play && <CopyHere time={time} />}
        {manage !== undefined && (
          <a className="button quiet with-icon" href={manage}>
            {playback.manage}
          </a>
        )}
      </div>
      {description !== undefined && (
        <p className="as-written recording-description" dir="auto">
          {description}
        </p>
      )}
      {isHydrated && play && (
        <details className="folded player-keys">
          <summary>{texts.keys}</summary>
          <dl>
            {texts.keyList.map(([keys, deed]) => (
              <div key={keys}>
                <dt>{keys}</dt>
                <dd>{deed}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

/** Milliseconds for which it says that it has. */
const SAID = 2500;

/** Copies the link, to the place where one is. */
function CopyHere({ time }: { readonly time: number }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const seconds = Math.floor(time);
  const words = seconds > 0 ? texts.copyAt(seconds) : texts.copy;
  return (
    <button
      type="button"
      className="second with-icon"
      onClick={async () => {
        const { origin, pathname, search } = location;
        await toClipboard(`${origin}${pathname}${search}${seconds > 0 ? `#t=${seconds}` : ''}`);
        setCopied(true);
      }}
    >
      <Pictogram name={isCopied ? 'check' : 'link'} />
      <span className="copied-at" role={isCopied ? 'status' : undefined}>
        {isCopied ? texts.copied : words}
      </span>
    </button>
  );
}
