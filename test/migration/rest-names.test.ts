/** Every REST endpoint, parameter and member that the migration table names is declared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from '../../src/migration/example-call.ts';
import type { FieldPair, RestWay } from '../../src/migration/migration.ts';
import { MIGRATIONS } from '../../src/migration/migrations.ts';
import { ENDPOINTS } from '../../src/rest-api/endpoints.ts';
import { openApi } from '../../src/rest-api/openapi/document.ts';
import { callOf, callsOf, memberAt } from '../rest-api/facts/declared.ts';

const DOCUMENT = openApi(ENDPOINTS, '1.0.0', 'https://meet.example.com');
const CALLS = callsOf(DOCUMENT);

for (const { service, operation, ways } of MIGRATIONS) {
  if (ways.length === 0) continue;
  test(`${service}.${operation} leads to what there is`, () => {
    assert.deepEqual(ways.flatMap(offences), []);
  });
}

/** OAuth's own, which RFC 6749 describes, are no endpoints that somebody calls with a token. */
const OAUTH: ReadonlySet<string> = new Set(['POST access_token']);

function offences(way: RestWay): string[] {
  const call = `${way.method} ${way.path}`;
  if (OAUTH.has(call)) return [];
  const declared = CALLS.get(callOf(call));
  if (!declared) return [`there is no ${call}`];
  const { parameters, requestBody, responses } = declared;
  const body = requestBody?.content['application/json']?.schema;
  const answer = responses['200']?.content?.['application/json']?.schema;
  const isTaken = ({ rest }: FieldPair) => {
    const { in: place, name } = placeOf(rest);
    if (place === 'body') return memberAt(DOCUMENT, body, name) !== undefined;
    // What a part of the path is called is its endpoint's own.
    if (place === 'path') return way.path.includes(rest);
    return parameters.some((one) => one.in === place && one.name.toLowerCase() === name.toLowerCase());
  };
  return [
    ...way.sends.filter((one) => !isTaken(one)).map(({ rest }) => `${call} takes no ${rest}`),
    ...way.answers
      .filter(({ rest }) => memberAt(DOCUMENT, answer, rest) === undefined)
      .map(({ rest }) => `${call} answers no ${rest}`),
  ];
}
