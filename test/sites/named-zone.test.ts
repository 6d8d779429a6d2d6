import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneNamed, zoneOfMachine } from '../../src/sites/named-zone.ts';
import { timeZone } from '../../src/time/time-zones.ts';

test('A site begins in the zone that is named, or in that of the machine', () => {
  const ianaOf = (id: number) => timeZone(id)?.iana;
  assert.equal(ianaOf(zoneNamed('timeZone', 'Europe/Berlin')), 'Europe/Berlin');
  assert.equal(zoneNamed('timeZone', '11'), 11);
  // Vienna is not in the table: its clocks go as those of a zone that is.
  const vienna = zoneNamed('timeZone', 'Europe/Vienna');
  assert.match(ianaOf(vienna) ?? '', /^Europe\//);
  assert.throws(() => zoneNamed('timeZone', 'Mars/Base'), /must be a zone such as/);
  assert.throws(() => zoneNamed('timeZone', '62'), /from 0 to 61/);
  assert.equal(ianaOf(zoneOfMachine('Asia/Tokyo')), 'Asia/Tokyo');
  assert.equal(zoneOfMachine('UTC'), 4);
  assert.equal(zoneOfMachine('No/Such'), 4);
});
