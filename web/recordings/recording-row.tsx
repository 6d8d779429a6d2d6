/** A recording in the list: what is seen of it, what it is called, and what can be done with it. */
import { lazy, Suspense } from 'react';
import type { ShownRecording } from '../../src/browser/pages/recordings-page.ts';
import { PostForm } from '../parts/post-form.tsx';
import { useHydrated } from '../parts/use-hydrated.ts';
import { amountOfBytes, clockTime, formatName } from '../playback/amounts.ts';
import { Pictogram, type PictogramName } from '../playback/pictogram.tsx';
import { useTexts } from '../texts/texts.ts';
import { EraseButton } from './erase-button.tsx';

/** Loaded after the page: without scripts nothing is copied. */
const CopyButton = lazy(async () => ({ default: (await import('./copy-button.tsx')).CopyButton }));

export function RecordingRow(recording: ShownRecording) {
  const { recordings: texts, lang } = useTexts();
  const { name, hostName, when, state, problem, duration, bytes, format } = recording;
  const { hasPassword, isClosed, play, daysLeft } = recording;
  return (
    <li className="recording-row">
      <Thumbnail {...recording} />
      <div className="recording-about">
        {play === undefined ? (
          <span className="name recording-name">{name}</span>
        ) : (
          <a className="name recording-name" href={play}>
            {name}
          </a>
        )}
        <p className="recording-facts">
          {[when, hostName].map((fact) => fact !== undefined && <bdi key={fact}>{fact}</bdi>)}
          {bytes > 0 && <bdi className="number">{amountOfBytes(bytes, lang)}</bdi>}
          {state === 'READY' && <bdi>{formatName(format)}</bdi>}
          {duration > 0 && <span className="unseen">{clockTime(duration)}</span>}
        </p>
        {(state !== 'READY' || hasPassword || isClosed) && (
          <p className="badges">
            {state !== 'READY' && <span className={`badge ${BADGES[state]}`}>{texts.states[state]}</span>}
            {hasPassword && (
              <span className="badge">
                <Pictogram name="lock" />
                {texts.hasPassword}
              </span>
            )}
            {isClosed && <span className="badge">{texts.isClosed}</span>}
          </p>
        )}
        {problem !== undefined && <p className="recording-facts">{texts.whyItStayed(problem)}</p>}
        {daysLeft !== undefined && <p className="recording-facts">{texts.daysLeft(daysLeft)}</p>}
      </div>
      <Ways {...recording} />
    </li>
  );
}

const BADGES = { RECORDING: 'live', PROCESSING: 'accent', FAILED: 'rejected' } as const;

/** The link of the name lies over it. */
function Thumbnail({ poster, state, format, duration }: ShownRecording) {
  return (
    <span className={`thumbnail of-${state}`} aria-hidden="true">
      {poster === undefined ? (
        <Pictogram name={pictogramOf(state, format)} />
      ) : (
        <img src={poster} alt="" loading="lazy" decoding="async" />
      )}
      {duration > 0 && <span className="thumbnail-time number">{clockTime(duration)}</span>}
    </span>
  );
}

const PICTURED: Partial<Readonly<Record<ShownRecording['state'], PictogramName>>> = {
  RECORDING: 'record',
  PROCESSING: 'clock',
  FAILED: 'failed',
};

function pictogramOf(state: ShownRecording['state'], format: string): PictogramName {
  const unready = PICTURED[state];
  if (unready) return unready;
  return format === 'MP4' || format === 'WEBM' ? 'play' : 'file';
}

function Ways({ name, share, settings, download, remove, restore, erase, id }: ShownRecording) {
  const texts = useTexts().recordings;
  const isHydrated = useHydrated();
  return (
    <div className="recording-ways">
      {share !== undefined && isHydrated && (
        <Suspense fallback={null}>
          <CopyButton url={share} name={name} />
        </Suspense>
      )}
      {download !== undefined && (
        <a className="way" href={download} title={texts.download} aria-label={texts.downloadName(name)}>
          <Pictogram name="download" />
        </a>
      )}
      {settings !== undefined && (
        <a className="way" href={settings} title={texts.settings} aria-label={texts.settingsName(name)}>
          <Pictogram name="settings" />
        </a>
      )}
      {remove && (
        <PostForm form={remove}>
          <button type="submit" className="way" title={texts.remove} aria-label={texts.removeName(name)}>
            <Pictogram name="bin" />
          </button>
        </PostForm>
      )}
      {restore && (
        <PostForm form={restore}>
          <button type="submit" className="second with-icon" aria-label={texts.restoreName(name)}>
            <Pictogram name="restore" />
            {texts.restore}
          </button>
        </PostForm>
      )}
      {erase && <EraseButton id={id} name={name} form={erase} />}
    </div>
  );
}
