/** The keys of the player, for those who want to know. */
import { playerTexts as texts } from '../texts/en-player.ts';

export function KeysTold() {
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
