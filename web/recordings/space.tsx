/** How much the recordings of the site take up, and of how much. */
import type { RecordingsPage } from '../../src/browser/pages/recordings-page.ts';
import { amountOfBytes } from '../playback/amounts.ts';
import { useTexts } from '../texts/texts.ts';

/** The part from which it is said that it is nearly full. */
const NEARLY = 0.9;

export function Space({ used, most }: RecordingsPage['space']) {
  const { recordings: texts, lang } = useTexts();
  return (
    <div className="space">
      {most !== undefined && (
        <meter
          aria-label={texts.spaceLabel}
          min={0}
          max={most}
          high={most * NEARLY}
          optimum={0}
          value={Math.min(used, most)}
        />
      )}
      <p className="soft number">
        {texts.space(amountOfBytes(used, lang), most === undefined ? undefined : amountOfBytes(most, lang))}
      </p>
    </div>
  );
}
