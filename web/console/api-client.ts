/**
 * Calls the API of the console. When the session has ended, somebody is asked to sign in again and the call is repeated,
 * so that nothing is lost of what they were at.
 */
import { ApiProblem } from './api-problem.ts';
import { SHELL } from './shell.ts';

export type QueryValues = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface ApiCallOptions {
  readonly query?: QueryValues | undefined;
  readonly body?: unknown;
  /** Sent as it is, in the place of a body. */
  readonly file?: File | undefined;
  readonly signal?: AbortSignal | undefined;
}

let { form } = SHELL.me;
let askedToSignIn: (() => Promise<void>) | undefined;
const watchers = new Set<(isReached: boolean) => void>();

/** Who asks people to sign in again; resolves when they have. */
export function onSignInRequired(ask: () => Promise<void>): void {
  askedToSignIn = ask;
}

/** Told whether the last call has reached the server. @returns ends it */
export function watchConnection(watcher: (isReached: boolean) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** The address of an endpoint, for a link to a download or a stream. */
export function apiAddress(path: string, query: QueryValues = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one));
  }
  return `${SHELL.api}/${path}${parameters.size === 0 ? '' : `?${parameters}`}`;
}

/** @throws ApiProblem */
export async function callApi<T>(method: string, path: string, options: ApiCallOptions = {}): Promise<T> {
  const answer = await sent(method, path, options);
  if (answer.status === 401 && askedToSignIn) {
    await askedToSignIn();
    return callApi(method, path, options);
  }
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return told as T;
  const problem = new ApiProblem(answer.status, told.error ?? {});
  // The browser has been started anew since the page was loaded: its cookie is another one.
  if (problem.reason === 'CSRFRequired' && (await isFormRenewed())) return callApi(method, path, options);
  throw problem;
}

async function sent(method: string, path: string, { query, body, file, signal }: ApiCallOptions) {
  const content = file ?? (body === undefined ? undefined : JSON.stringify(body));
  try {
    const answer = await fetch(apiAddress(path, query), {
      method,
      headers: {
        Accept: 'application/json',
        ...(method !== 'GET' && { 'X-Parlance-Form': form }),
        ...(file
          ? {
              'Content-Type': file.type || 'application/octet-stream',
              'X-File-Name': encodeURIComponent(file.name),
            }
          : body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(content !== undefined && { body: content }),
      ...(signal && { signal }),
    });
    for (const watcher of watchers) watcher(true);
    return answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    for (const watcher of watchers) watcher(false);
    throw new ApiProblem(0, { reason: 'Offline', message: 'the server cannot be reached' });
  }
}

/** Whether the value that writes bear was an old one. */
export async function isFormRenewed(): Promise<boolean> {
  const answer = await fetch(`${SHELL.homeConsole}/api/me`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) return false;
  const { form: now } = (await answer.json()) as { readonly form: string };
  const isNew = now !== form;
  form = now;
  return isNew;
}
