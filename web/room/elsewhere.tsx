/** A later tab of the same browser has the room now. */
import { useTexts } from '../texts/texts.ts';

export function Elsewhere() {
  const texts = useTexts().connection;
  return (
    <div className="elsewhere">
      <div className="card" role="alert">
        <h1>{texts.elsewhere}</h1>
        <p>{texts.elsewhereLead}</p>
        <div className="actions">
          <button type="button" className="main" onClick={() => location.reload()}>
            {texts.goOnHere}
          </button>
        </div>
      </div>
    </div>
  );
}
