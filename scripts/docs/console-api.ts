/** The API of the console: every endpoint, as its declaration has it. */

import type { CallShape, Members } from '../../src/console/api/call-shape.ts';
import { type ConsoleEndpoint, isWrite } from '../../src/console/api/endpoint.ts';
import { AREAS } from '../../src/console/areas.ts';
import { block, code, page, table } from './markdown.ts';

export function consoleApiPage(): string {
  return page(
    "The console's API",
    'Everything that the console shows and does goes through these endpoints, at `/<siteName>/console/api/<path>` (at a ' +
      'host that names the site: `/console/api/<path>`). An owner of the installation works on another site from their ' +
      'own: `/<home>/console/api/at/<siteName>/<path>`. Whoever calls is signed in to the site in their browser: the ' +
      'cookie `ticket` says who they are, without it the answer is 401.',
    'Whatever is not `GET` bears the header `X-Parlance-Form` with the value of the cookie `form`, which `me` tells: no ' +
      'page of another site can send it. Bodies are JSON, and so are answers; those in bold must be there, and a name ' +
      'that is not known is refused. A refusal says why, of which element, and the number of the request in the log:',
    block(
      'json',
      '{ "error": { "reason": "RuleBroken", "element": "email", "message": "must be an e-mail address", "id": "7f3a" } }',
    ),
    'What was read with a `version` is written with it: when somebody else was first, the answer is 409 `StaleVersion` ' +
      'with `current`, as it stands now. A stream is `text/event-stream`. A file is sent as the whole body, with its name ' +
      'in the header `X-File-Name` (percent-encoded), or as the first file of a `multipart/form-data` form.',
    ...Object.entries(AREAS).flatMap(([area, endpoints]) => [
      `## ${area}`,
      table(['Endpoint', 'What it does', 'Who may', 'Query', 'Body'], endpoints.map(rowOf)),
    ]),
  );
}

function rowOf(endpoint: ConsoleEndpoint): string[] {
  const { method, path, summary, may, query } = endpoint;
  return [code(`${method} ${path}`), summary, may.words, membersOf(query), bodyOf(endpoint)];
}

function bodyOf(endpoint: ConsoleEndpoint): string {
  if (endpoint.kind === 'upload') return 'a file';
  if (!endpoint.body) return isWrite(endpoint) ? 'nothing' : '';
  const { members, form } = endpoint.body;
  return members ? membersOf(members) : form;
}

function membersOf(members: Members, depth = 0): string {
  return Object.entries(members)
    .map(([name, shape]) => `${shape.isOptional ? name : `**${name}**`} (${formOf(shape, depth)})`)
    .join(', ');
}

/** An object within an object within an object is told of by its names alone. */
function formOf({ form, members }: CallShape, depth: number): string {
  if (!members) return form;
  return depth < 2
    ? `${form}: ${membersOf(members, depth + 1)}`
    : `${form}: ${Object.keys(members).join(', ')}`;
}
