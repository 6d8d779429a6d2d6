/** The OpenAPI document: valid, whole, and of the host that was called. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ENDPOINTS } from '../../../src/rest-api/endpoints.ts';
import { openApi, openApiText } from '../../../src/rest-api/openapi/document.ts';
import { bodiesOf } from './schema-check.ts';

const DOCUMENT = openApi(ENDPOINTS, '1.0.0', 'https://meet.example.com');

test('The document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate({ ...structuredClone(DOCUMENT) });
  assert.equal(valid, true, JSON.stringify(errors));
  assert.equal(validator.version, '3.1');
});

test('Every endpoint has an id of its own, a summary, and parameters for the names of its path', () => {
  const ids = new Set<string>();
  for (const [path, methods] of Object.entries(DOCUMENT.paths)) {
    for (const [method, { operationId, summary, parameters }] of Object.entries(methods)) {
      const name = `${method} ${path}`;
      assert.ok(!ids.has(operationId), `${name}: ${operationId} is there twice`);
      ids.add(operationId);
      assert.match(summary, /^[A-Z].*[.?]$/, name);
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, own]) => own);
      assert.deepEqual(
        parameters.filter((one) => one.in === 'path').map((one) => one.name),
        inPath,
        name,
      );
    }
  }
  assert.equal(ids.size, ENDPOINTS.length);
});

test('Every reference leads to something', () => {
  const text = JSON.stringify(DOCUMENT);
  for (const [, way = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    let at: unknown = DOCUMENT;
    for (const part of way.split('/')) at = (at as Record<string, unknown> | undefined)?.[part];
    assert.ok(at !== undefined, way);
  }
});

test('Every sample body is valid by its own schema', () => {
  const bodies = bodiesOf(DOCUMENT);
  for (const [path, methods] of Object.entries(DOCUMENT.paths)) {
    for (const [method, { requestBody }] of Object.entries(methods)) {
      const example = requestBody?.content['application/json']?.example;
      if (example === undefined) continue;
      assert.deepEqual(bodies.request(method, path, example), [], `${method} ${path}`);
    }
  }
});

test('The text bears the origin that was called, and what an attacker puts into it stays text', () => {
  const text = openApiText(ENDPOINTS, '1.0.0');
  const ours = JSON.parse(text('http://127.0.0.1:8080'));
  assert.equal(ours.servers[0].url, 'http://127.0.0.1:8080/v1');
  assert.ok(!text('http://a').includes('origin.invalid'));
  const hostile = JSON.parse(text('http://x"$&\\'));
  assert.equal(hostile.servers[0].url, 'http://x"$&\\/v1');
});
