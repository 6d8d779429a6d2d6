import type { RecordingClosedPage } from '../../../src/browser/pages/recording-page.ts';
import { HomeLink } from '../../parts/home-link.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View, WhoVisits } from '../../view.ts';

export const view: View<'recording-closed'> = {
  areas: ['playback', 'way-in'],
  title: ({ purpose }, texts) => texts.playback.closed[purpose].heading,
  Content: RecordingClosed,
};

/** Its host keeps it to themselves. */
function RecordingClosed({ purpose, signIn, site }: RecordingClosedPage & WhoVisits) {
  const texts = useTexts().playback;
  const { heading, lead } = texts.closed[purpose];
  return (
    <div className="card">
      <h1>{heading}</h1>
      <p>{lead}</p>
      {signIn !== undefined && (
        <a className="button main" href={signIn}>
          {texts.hostSignIn}
        </a>
      )}
      <HomeLink site={site} isQuiet={signIn !== undefined} />
    </div>
  );
}
