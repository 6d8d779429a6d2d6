/**
 * What the declarations say is held against what is known of the interface: every endpoint that the facts mark as core,
 * with its names, its required members and their types.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENDPOINTS } from '../../../src/rest-api/endpoints.ts';
import { openApi } from '../../../src/rest-api/openapi/document.ts';
import { callsOf, offence } from './declared.ts';
import { type Fact, type FactMember, membersOf } from './fact.ts';
import { MEETING_FACTS } from './meeting-facts.ts';
import { PEOPLE_FACTS } from './people-facts.ts';
import { RECORDING_FACTS, TRANSCRIPT_FACTS, WEBHOOK_FACTS } from './recording-facts.ts';

const DOCUMENT = openApi(ENDPOINTS, '1.0.0', 'https://meet.example.com');
const CALLS = callsOf(DOCUMENT);

const FACTS: readonly Fact[] = [
  ...MEETING_FACTS,
  ...PEOPLE_FACTS,
  ...RECORDING_FACTS,
  ...TRANSCRIPT_FACTS,
  ...WEBHOOK_FACTS,
];

for (const fact of FACTS) {
  test(`${fact.call} is declared as it is known`, () => {
    const offences = offencesAgainst(fact);
    assert.deepEqual(offences, [], `src/rest-api declares ${fact.call} otherwise than the facts have it`);
  });
}

function offencesAgainst({ call, takes = '', answers, scopes = {} }: Fact): string[] {
  const declared = CALLS.get(call);
  if (!declared) return ['there is no such endpoint'];
  const { requestBody, responses, parameters, security } = declared;
  const body = requestBody?.content['application/json']?.schema;
  const answer = responses['200']?.content?.['application/json']?.schema;
  const asked = membersOf(takes);
  const granted = new Set(security.flatMap((way) => Object.values(way).flat()));
  return [
    ...asked.filter(({ name }) => isParameter(name)).flatMap((member) => ofParameter(member)),
    ...asked
      .filter(({ name }) => !isParameter(name))
      .flatMap((member) => told('takes', offence(DOCUMENT, body, member))),
    ...membersOf(answers ?? '').flatMap((member) => told('answers', offence(DOCUMENT, answer, member))),
    ...Object.values(scopes)
      .filter((scope) => granted.size > 0 && !granted.has(scope))
      .map((scope) => `${scope} does not open it`),
  ];

  function ofParameter({ name, isRequired }: FactMember): string[] {
    const [place, own] = name.startsWith('?')
      ? ['query', name.slice(1)]
      : ['header', name.slice('header:'.length)];
    const found = parameters.find((one) => one.in === place && one.name.toLowerCase() === own.toLowerCase());
    if (!found) return [`takes: ${name} is missing`];
    return isRequired && !found.required ? [`takes: ${name} is not required`] : [];
  }
}

function isParameter(name: string): boolean {
  return name.startsWith('?') || name.startsWith('header:');
}

function told(where: string, what: string | undefined): string[] {
  return what === undefined ? [] : [`${where}: ${what}`];
}
