import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENDPOINTS } from '../../src/rest-api/endpoints.ts';
import { OFFERED_SCOPES, SCOPE_NAMES, type Scope } from '../../src/sign-in/api-tokens/scopes.ts';

/** Opens a session ticket, and is looked at by no endpoint. */
const OF_TICKETS: readonly Scope[] = ['spark:all'];

test('the scopes that people are offered are those that open something here', () => {
  const open = new Set<string>(OF_TICKETS);
  for (const { scopes } of ENDPOINTS) {
    if (typeof scopes === 'string') continue;
    for (const scope of [scopes.user ?? [], scopes.admin ?? []].flat()) open.add(scope);
  }
  assert.deepEqual(
    [...OFFERED_SCOPES],
    SCOPE_NAMES.filter((scope) => open.has(scope)),
  );
});
