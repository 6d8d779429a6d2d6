import type { PlayerPage } from '../../../src/browser/pages/page-data.ts';
import { HomeLink } from '../../parts/home-link.tsx';
import { WhenText } from '../../parts/when-text.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View, WhoVisits } from '../../view.ts';

export const view: View<'recording'> = { title: ({ name }) => name, Content: Recording };

/** A recording, to be watched and fetched. */
function Recording(page: PlayerPage & WhoVisits) {
  const texts = useTexts().playback;
  const { name, hostName, when, description, play, unplayable, download, manage, site } = page;
  return (
    <div className="card">
      <p className="eyebrow">{texts.heading}</p>
      <h1>{name}</h1>
      <p>
        <WhenText when={when} brief />
      </p>
      <p className="soft">{texts.by(hostName)}</p>
      {description !== undefined && <p className="prose">{description}</p>}
      {play && (
        // biome-ignore lint/a11y/useMediaCaption: there are words to read along only where somebody has made them.
        <video controls preload="metadata" playsInline poster={play.poster} aria-label={name}>
          <source src={play.url} type={play.mediaType} />
          {play.captions !== undefined && <track kind="captions" src={play.captions} />}
        </video>
      )}
      {unplayable && <p className="notice">{texts.unplayable[unplayable]}</p>}
      {download !== undefined && (
        <a className={`button ${play ? 'second' : 'main'}`} href={download}>
          {texts.download}
        </a>
      )}
      {!play && <HomeLink site={site} isQuiet={download !== undefined} />}
      {manage !== undefined && (
        <p className="aside">
          <a href={manage}>{texts.manage}</a>
        </p>
      )}
    </div>
  );
}
