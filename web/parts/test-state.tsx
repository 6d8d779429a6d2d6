/** Whether a test can be taken, and when. */
import type { TestTimes } from '../../src/browser/pages/test-pages.ts';
import { useTexts } from '../texts/texts.ts';

export function TestState({ status, inSession, from, due }: TestTimes) {
  const texts = useTexts().tests;
  return (
    <div className="test-state">
      <span className={`badge ${status === 'STARTED' ? 'live' : ''}`}>{texts.states[status]}</span>
      {inSession && status === 'NOT_STARTED' && <span className="soft">{texts.byHost}</span>}
      {from !== undefined && (
        <span className="soft">
          {texts.from} {from}
        </span>
      )}
      {due !== undefined && (
        <span className="soft">
          {texts.due} {due}
        </span>
      )}
    </div>
  );
}
