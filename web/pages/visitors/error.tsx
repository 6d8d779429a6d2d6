import type { ErrorPage } from '../../../src/browser/pages/page-data.ts';
import { type Texts, useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'error'> = {
  areas: ['error', 'problems', 'sso-errors', 'way-in'],
  title: errorHeading,
  Content: ErrorContent,
};

/** What cannot be shown, in plain words. */
function ErrorContent(content: ErrorPage) {
  const { status, problem, id, ssoError, back, home } = content;
  const texts = useTexts();
  const own = texts.error;
  const sso = ssoError === undefined ? undefined : texts.ssoError(ssoError);
  const isFault = status >= 500 && sso === undefined;
  return (
    <div className="card">
      {ssoError !== undefined && <p className="eyebrow">{own.ssoNumber(ssoError)}</p>}
      <h1>{errorHeading(content, texts)}</h1>
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
      {back === undefined && home !== undefined && (
        <a className="button second" href={home}>
          {texts.wayIn.home}
        </a>
      )}
    </div>
  );
}

function errorHeading({ status, ssoError }: ErrorPage, { error: { headings } }: Texts): string {
  if (ssoError !== undefined) return headings.sso;
  if (status === 404 || status === 410) return headings.notFound;
  if (status === 401 || status === 403) return headings.denied;
  if (status === 429) return headings.wait;
  if (status === 400 || status === 413 || status === 414 || status === 415) return headings.notUnderstood;
  return status >= 500 ? headings.fault : headings.other;
}
