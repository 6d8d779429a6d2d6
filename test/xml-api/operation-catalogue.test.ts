import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { XmlElement } from '../../src/xml/element.ts';
import type { ElementOutline } from '../../src/xml/element-outline.ts';
import { readXml } from '../../src/xml/reader.ts';
import { operationLines, operationOutline } from '../../src/xml-api/operation-catalogue.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';

const SENDER = { siteName: 'acme', webExID: 'admin', password: 'Geheim1' };

describe('The catalogue of operations', () => {
  const lines = operationLines();
  const outlines = lines.map(({ service, name }) => operationOutline(service, name, SENDER));

  test('has every operation, in the order of services and names', () => {
    assert.equal(lines.length, OPERATIONS.length);
    const names = lines.map(({ service, name }) => `${service}\0${name}`);
    assert.deepEqual(names, [...names].sort());
  });

  test('says what every element means', () => {
    const silent = (elements: readonly ElementOutline[]): string[] =>
      elements.flatMap(({ name, meaning, children = [] }) => [
        ...(meaning === undefined ? [name] : []),
        ...silent(children),
      ]);
    assert.deepEqual(
      outlines.flatMap((outline) => silent(outline?.request ?? [])),
      [],
    );
  });

  test('knows every element of each sample, and each sample has what is required', () => {
    for (const outline of outlines) {
      assert.ok(outline);
      const body = readXml(Buffer.from(outline.sample)).root.children.find(({ name }) => name === 'body');
      const content = body?.children[0];
      assert.ok(content);
      checkAgainst(content, outline.request, outline.name);
    }
  });

  function checkAgainst(element: XmlElement, members: readonly ElementOutline[], way: string): void {
    for (const { name, min, isAttribute } of members) {
      if (min === 0 || isAttribute) continue;
      assert.ok(
        element.children.some((child) => child.name === name),
        `${way} is without ${name}`,
      );
    }
    for (const child of element.children) {
      const known = members.find(({ name }) => name === child.name);
      assert.ok(known, `${way} has ${child.name}`);
      if (known.kind === 'group') checkAgainst(child, known.children ?? [], `${way}/${child.name}`);
    }
  }

  test('tells limits, lists, secrets and attributes of a declaration', () => {
    const user = operationOutline('USER', 'createuser', SENDER);
    const named = (name: string) => user?.request.find((element) => element.name === name);
    assert.equal(user?.name, 'CreateUser');
    assert.equal(user.type, 'java:com.webex.service.binding.user.CreateUser');
    assert.equal(user.needs, 'account');
    assert.deepEqual(named('active')?.values?.slice(0, 1), ['ACTIVATED']);
    assert.equal(named('password')?.isSecret, true);
    assert.equal(named('firstName')?.kind, 'text');
    assert.equal(
      operationOutline('user', 'GetUser', SENDER)?.request.find(({ name }) => name === 'webExId')?.min,
      1,
    );
    assert.equal(named('address')?.kind, 'group');
    assert.match(user.sample, /<password>Geheim1<\/password>/);
    assert.equal(operationOutline('user', 'NoSuchUser', SENDER), undefined);
  });
});
