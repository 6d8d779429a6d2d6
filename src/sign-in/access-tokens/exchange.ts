/** One question to an identity provider: bounded in time and size, and never sent on to another address. */
import type { FetchBody } from 'openid-client';
import { IdentityProviderSilent, IdentityProviderWrong } from '../failures.ts';
import { askPublicly } from './public-network.ts';

/** Bytes of an answer. Discovery documents and key sets have a few thousand. */
const LARGEST_ANSWER = 64 * 1024;

export interface Question {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: FetchBody;
  readonly signal: AbortSignal;
  /** Where the provider may be; anywhere without a word. */
  readonly network?: ProviderNetwork;
}

export type ProviderNetwork = 'any' | 'public';

/**
 * The whole answer, whatever its status below 500 is.
 * @throws IdentityProviderSilent when nothing comes in time
 * @throws IdentityProviderWrong when there is a fault, a redirect, an answer that is too large, or an address that is
 *   not to be trusted
 */
export async function ask(
  address: string,
  { signal, network = 'any', ...question }: Question,
): Promise<Response> {
  const url = trusted(address);
  try {
    const answer =
      network === 'public'
        ? await askPublicly(url, { ...question, signal })
        : await fetch(url, { ...question, redirect: 'manual', signal });
    const { status } = answer;
    if (status >= 500 || (status >= 300 && status < 400)) {
      await answer.body?.cancel();
      throw new IdentityProviderWrong(`${url.href} answers HTTP ${status}`);
    }
    return new Response(await bounded(answer, url), { status, headers: answer.headers });
  } catch (error) {
    if (error instanceof IdentityProviderWrong) throw error;
    throw new IdentityProviderSilent(`${url.href}: ${causeOf(error)}`);
  }
}

/**
 * The JSON object in an answer of 200.
 * @throws what `ask` throws
 * @throws IdentityProviderWrong when the answer is anything else
 */
export async function askForJson(
  address: string,
  signal: AbortSignal,
  network: ProviderNetwork = 'any',
): Promise<Record<string, unknown>> {
  const answer = await ask(address, { headers: { Accept: 'application/json' }, signal, network });
  if (answer.status !== 200) throw new IdentityProviderWrong(`${address} answers HTTP ${answer.status}`);
  const read: unknown = await answer.json().catch(() => undefined);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw new IdentityProviderWrong(`${address} answers with what is no JSON object`);
  }
  return read as Record<string, unknown>;
}

/**
 * By TLS, or without it inside of this machine.
 * @throws IdentityProviderWrong when the provider answers wrongly
 */
export function trusted(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !safe || url.username !== '' || url.password !== '') {
    throw new IdentityProviderWrong('the address is neither https nor http on loopback');
  }
  return url;
}

export function isLoopback(hostname: string): boolean {
  return /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname);
}

async function bounded(answer: Response, url: URL): Promise<Uint8Array<ArrayBuffer> | null> {
  if (answer.body === null) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    // Leaving the loop hangs up.
    if (size > LARGEST_ANSWER) {
      throw new IdentityProviderWrong(`${url.href} answers with more than ${LARGEST_ANSWER} bytes`);
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Why a connection failed; `fetch` itself only says that it has. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : error.message;
}
