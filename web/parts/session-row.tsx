/** A session in a list: its name, whether it runs, and when it is. */
import type { UpcomingSession } from '../../src/browser/pages/session-view-data.ts';
import { useTexts } from '../texts/texts.ts';
import { WhenText } from './when-text.tsx';

export function SessionRow({ confName, url, when, inProgress, isHost }: UpcomingSession) {
  const texts = useTexts();
  return (
    <li>
      <a className="name" href={url}>
        {confName}
      </a>
      <p className="badges">
        {inProgress && <span className="badge live">{texts.session.inProgress}</span>}
        {isHost && <span className="badge">{texts.home.host}</span>}
      </p>
      <p className="row-when">
        <WhenText when={when} brief />
      </p>
    </li>
  );
}
