/** The keys of the player, for those who want to know. */
import { useTexts } from '../texts/texts.ts';

export function KeysTold() {
  const texts = useTexts().player;
  return (
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
  );
}
