/** A call as it is filled in, and what is sent. */
import type { Operation, Parameter } from './openapi-data.ts';

export interface Filled {
  /** By place and name: `query max`. */
  readonly values: Readonly<Record<string, string>>;
  /** JSON, as it is typed. */
  readonly body: string;
}

export interface PreparedCall {
  readonly method: string;
  /** The whole address. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Parameters that are still to be filled in. */
  readonly missing: readonly string[];
}

export function keyOf({ in: place, name }: Parameter): string {
  return `${place} ${name}`;
}

export function filledAtFirst({ parameters, requestBody }: Operation): Filled {
  const example = requestBody?.content['application/json']?.example;
  return {
    values: Object.fromEntries(
      parameters.flatMap((parameter) =>
        parameter.example === undefined ? [] : [[keyOf(parameter), String(parameter.example)]],
      ),
    ),
    body: example === undefined ? '' : JSON.stringify(example, undefined, 2),
  };
}

/** @param base with `/v1` at its end, without a slash */
export function prepared(operation: Operation, { values, body }: Filled, base: string): PreparedCall {
  const { method, path, parameters, requestBody } = operation;
  const said = (parameter: Parameter) => values[keyOf(parameter)]?.trim() ?? '';
  const missing = parameters.filter((one) => one.required && said(one) === '').map(({ name }) => name);
  let address = path;
  const query: string[] = [];
  const headers: Record<string, string> = {};
  for (const parameter of parameters) {
    const value = said(parameter) || (parameter.in === 'path' ? placeOf(parameter.name) : '');
    if (value === '') continue;
    if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
    else if (parameter.in === 'query') query.push(`${parameter.name}=${encodeURIComponent(value)}`);
    else headers[parameter.name] = value;
  }
  const hasBody = requestBody !== undefined && body.trim() !== '';
  return {
    method,
    url: `${base}${address}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers,
    ...(hasBody && { body }),
    missing,
  };
}

/** `MEETING-ID` stands in code where something is still to be filled in. */
function placeOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, '-$&').toUpperCase();
}

/** What is wrong with the text of a body, in the words of the browser; nothing where it is JSON or empty. */
export function bodyProblem(body: string): string | undefined {
  if (body.trim() === '') return undefined;
  try {
    JSON.parse(body);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly ms: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** It leads elsewhere, and a page does not see where to. */
  readonly isRedirect: boolean;
}

/** Sends a call with nothing but the token: no cookie goes along. */
export async function send({ method, url, headers, body }: PreparedCall, token: string): Promise<Answer> {
  const begun = performance.now();
  const response = await fetch(url, {
    method,
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    headers: {
      ...headers,
      ...(token !== '' && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    statusText: response.statusText,
    ms: Math.round(performance.now() - begun),
    headers: [...response.headers].sort(([a], [b]) => (a < b ? -1 : 1)),
    body: laidOut(text),
    isRedirect: response.type === 'opaqueredirect',
  };
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
