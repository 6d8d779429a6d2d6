/** How the token endpoint answers (RFC 6749, 5; facts of the original's form: `trackingID` in a refusal). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pageNote } from '../../browser/page-notes/page-note.ts';
import type { Context } from '../../context.ts';
import { OAuthRefused } from '../../sign-in/api-tokens/oauth-refused.ts';
import type { Site } from '../../sites/site.ts';
import { TooManyWrongProofs } from '../../throttle/client-guesses.ts';

export interface TokenCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly context: Context;
  /** The fields of the form. */
  readonly fields: ReadonlyMap<string, string>;
  /** Says whose site it is about, for the request log. */
  readonly isAbout: (site: Site | undefined, caller: string) => void;
}

const HEADERS = {
  'Content-Type': 'application/json;charset=UTF-8',
  'Cache-Control': 'no-cache, no-store',
  Pragma: 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
};

/** Answers a form that a program posts. Wrong proofs are counted by where they come from (`calling-client.ts`). */
export function tokenRoute(context: Context, work: (call: TokenCall) => Promise<object | undefined>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const trackingID = `ROUTER_${context.random.uuid().toUpperCase()}`;
    const note = pageNote(request.raw);
    reply.headers({ ...HEADERS, TrackingID: trackingID });
    const refuse = (status: number, error: string, description: string) => {
      note.reason = error;
      note.refusal = { rule: error };
      return reply.code(status).send(JSON.stringify({ error, error_description: description, trackingID }));
    };
    if (request.method !== 'POST') {
      reply.header('Allow', 'POST');
      return refuse(405, 'invalid_request', 'The method must be POST.');
    }
    try {
      const isAbout: TokenCall['isAbout'] = (site, caller) => Object.assign(note, { site, caller });
      const body = await work({ request, reply, context, fields: fieldsOf(request), isAbout });
      return reply.code(200).send(body === undefined ? '' : JSON.stringify(body));
    } catch (error) {
      if (error instanceof TooManyWrongProofs) {
        reply.header('Retry-After', String(context.clientGuesses.wait()));
        return refuse(429, 'invalid_request', 'There were too many wrong attempts.');
      }
      if (!(error instanceof OAuthRefused)) throw error;
      const isUnproven = error.error === 'invalid_client';
      if (isUnproven) reply.header('WWW-Authenticate', 'Basic realm="Parlance", charset="UTF-8"');
      return refuse(isUnproven ? 401 : 400, error.error, error.message);
    }
  };
}

/** @throws OAuthRefused for anything but a form that says each thing once */
function fieldsOf({ body, headers }: FastifyRequest): ReadonlyMap<string, string> {
  const type = headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    throw new OAuthRefused('invalid_request', 'The body must be application/x-www-form-urlencoded.');
  }
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(typeof body === 'string' ? body : '')) {
    if (fields.has(name))
      throw new OAuthRefused('invalid_request', `${name.slice(0, 60)} is given more than once.`);
    // A field without a value is as good as none (RFC 6749, 3.2).
    if (value !== '') fields.set(name, value);
  }
  return fields;
}

/** @throws OAuthRefused */
export function requiredField(fields: ReadonlyMap<string, string>, name: string): string {
  const value = fields.get(name);
  if (value === undefined) throw new OAuthRefused('invalid_request', `${name} is required.`);
  return value;
}
