/** The reference of the REST interface: it is read from the server's own document, and every call in it can be sent. */
import { useEffect, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { Method } from './method.tsx';
import { found, type Group, groupsOf, type OpenApiDocument, type Operation } from './openapi-data.ts';
import { OperationPart } from './operation-part.tsx';

interface ReferenceAppProps {
  /** Where the document is. */
  readonly url: string;
}

export function ReferenceApp({ url }: ReferenceAppProps) {
  const texts = useTexts().reference;
  const { document, hasFailed } = useDocument(url);
  const [token, setToken] = useState('');
  if (hasFailed) {
    return (
      <p className="notice bad" role="alert">
        {texts.failed}
      </p>
    );
  }
  if (!document) return <p className="soft">{texts.loading}</p>;
  return <Loaded document={document} token={token} setToken={setToken} />;
}

interface LoadedProps {
  readonly document: OpenApiDocument;
  readonly token: string;
  readonly setToken: (token: string) => void;
}

function Loaded({ document, token, setToken }: LoadedProps) {
  const texts = useTexts().reference;
  const [search, setSearch] = useState('');
  const groups = groupsOf(document);
  const shown = found(groups, search);
  const chosen = useChosen(groups);
  return (
    <div className="reference">
      <TokenField token={token} setToken={setToken} />
      <div className="reference-columns">
        <nav aria-label={texts.heading}>
          <div className="field">
            <label htmlFor="reference-search">{texts.search}</label>
            <input
              id="reference-search"
              type="search"
              value={search}
              onChange={({ target }) => setSearch(target.value)}
              autoComplete="off"
            />
          </div>
          <p className="unseen" role="status">
            {search === ''
              ? ''
              : texts.foundCalls(shown.reduce((sum, one) => sum + one.operations.length, 0))}
          </p>
          {shown.length === 0 && <p className="soft">{texts.nothingFound}</p>}
          {shown.map(({ name, operations }) => (
            <details key={name} open={search !== '' || operations.some((one) => one === chosen)}>
              <summary>
                {name} <span className="soft">{operations.length}</span>
              </summary>
              <ul>
                {operations.map((one) => (
                  <li key={one.operationId}>
                    <a
                      href={`#${one.operationId}`}
                      aria-current={one === chosen ? 'true' : undefined}
                      title={one.summary}
                    >
                      <Method method={one.method} /> <span>{one.path}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </nav>
        {chosen ? (
          <OperationPart key={chosen.operationId} document={document} operation={chosen} token={token} />
        ) : (
          <p className="card soft">{texts.choose}</p>
        )}
      </div>
    </div>
  );
}

function TokenField({ token, setToken }: Pick<LoadedProps, 'token' | 'setToken'>) {
  const texts = useTexts().reference;
  return (
    <div className="card reference-token">
      <div className="field">
        <label htmlFor="reference-token">{texts.token}</label>
        <input
          id="reference-token"
          type="password"
          value={token}
          onChange={({ target }) => setToken(target.value.trim())}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby="reference-token-hint"
        />
        <p id="reference-token-hint" className="field-hint">
          {texts.tokenHint}
        </p>
      </div>
      {token !== '' && (
        <button type="button" className="second" onClick={() => setToken('')}>
          {texts.forget}
        </button>
      )}
    </div>
  );
}

function useDocument(url: string) {
  const [document, setDocument] = useState<OpenApiDocument>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    fetch(url, { signal: stop.signal, credentials: 'omit' })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        setDocument((await response.json()) as OpenApiDocument);
      })
      .catch(() => {
        if (!stop.signal.aborted) setFailed(true);
      });
    return () => stop.abort();
  }, [url]);
  return { document, hasFailed };
}

/** The one that the address names; else the first. */
function useChosen(groups: readonly Group[]): Operation | undefined {
  const [hash, setHash] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const follow = () => setHash(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const all = groups.flatMap(({ operations }) => operations);
  return all.find(({ operationId }) => operationId === hash) ?? all[0];
}
