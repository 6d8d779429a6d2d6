import type { ErrorPage } from '../../src/browser/pages/page-data.ts';
import { useTexts } from '../texts/texts.ts';
import { titleOf } from '../title.ts';

/** What cannot be shown, in plain words. */
export function ErrorContent(content: ErrorPage) {
  const { status, problem, id, ssoError, back } = content;
  const texts = useTexts();
  const own = texts.error;
  const sso = ssoError === undefined ? undefined : texts.ssoError(ssoError);
  const isFault = status >= 500 && sso === undefined;
  return (
    <div className="card">
      {ssoError !== undefined && <p className="eyebrow">{own.ssoNumber(ssoError)}</p>}
      <h1>{titleOf(content, texts)}</h1>
      <p>{isFault && id !== undefined ? own.fault : (sso ?? texts.problem(problem))}</p>
      {id !== undefined && (
        <>
          {!isFault && <p className="value-label">{sso === undefined ? own.id : own.tellSso}</p>}
          <p className="shown-value">{id}</p>
        </>
      )}
      {back !== undefined && (
        <a className="button second" href={back}>
          {texts.back}
        </a>
      )}
    </div>
  );
}
