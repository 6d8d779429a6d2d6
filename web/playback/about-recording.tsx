/** What a recording is, who made it and when, and how it is taken along. */
import { lazy, Suspense } from 'react';
import type { PlayerPage } from '../../src/browser/pages/recording-page.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useHydrated } from '../parts/use-hydrated.ts';
import { WhenText } from '../parts/when-text.tsx';
import { useTexts } from '../texts/texts.ts';
import { amountOfBytes } from './amounts.ts';
import { Pictogram } from './pictogram.tsx';

/** Loaded after the page. */
const CopyHere = lazy(async () => ({ default: (await import('./copy-here.tsx')).CopyHere }));
const PlayerKeys = lazy(async () => ({ default: (await import('./keys-told.tsx')).KeysTold }));

interface AboutRecordingProps
  extends Pick<
    PlayerPage,
    'name' | 'hostName' | 'when' | 'description' | 'duration' | 'bytes' | 'download' | 'manage' | 'play'
  > {
  /** Seconds: a copied link leads there. */
  readonly time: number;
}

export function AboutRecording(props: AboutRecordingProps) {
  const { playback: texts, lang } = useTexts();
  const { name, hostName, when, description, duration, bytes, download, manage, play, time } = props;
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
            {bytes > 0 ? texts.downloadOf(amountOfBytes(bytes, lang)) : texts.download}
          </a>
        )}
        {isHydrated && play && (
          <Suspense fallback={null}>
            <CopyHere time={time} />
          </Suspense>
        )}
        {manage !== undefined && (
          <a className="button quiet with-icon" href={manage}>
            {texts.manage}
          </a>
        )}
      </div>
      {description !== undefined && (
        <p className="as-written recording-description" dir="auto">
          {description}
        </p>
      )}
      {isHydrated && play && (
        <Suspense fallback={null}>
          <PlayerKeys />
        </Suspense>
      )}
    </div>
  );
}
