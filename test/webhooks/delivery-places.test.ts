import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDeliveryPlaces } from '../../src/webhooks/delivery-places.ts';

const at = (host: string, site = 1) => ({ site, target_url: `https://${host}/hook` });

/** How many of them get a place. */
function countTaken(
  places: ReturnType<typeof openDeliveryPlaces>,
  webhooks: readonly ReturnType<typeof at>[],
): number {
  return webhooks.filter((webhook) => places.take(webhook) !== undefined).length;
}

const many = (of: (no: number) => ReturnType<typeof at>) => Array.from({ length: 100 }, (_, no) => of(no));

test('a host gets four places, and one while it does not answer', () => {
  const places = openDeliveryPlaces();
  const given = many(() => at('slow.example')).map((webhook) => places.take(webhook));
  assert.equal(given.filter((back) => back).length, 4);
  assert.ok(places.take(at('other.example')));
  places.heard(at('slow.example'), false);
  for (const giveBack of given) giveBack?.();
  assert.equal(
    countTaken(
      places,
      many(() => at('slow.example')),
    ),
    1,
  );
});

test('a host that has answered again gets its four places back', () => {
  const places = openDeliveryPlaces();
  places.heard(at('slow.example'), false);
  places.heard(at('slow.example'), true);
  assert.equal(
    countTaken(
      places,
      many(() => at('slow.example')),
    ),
    4,
  );
});

test('hosts that have never answered leave places to those that have, however many they are', () => {
  const places = openDeliveryPlaces();
  for (const site of [1, 2, 3])
    countTaken(
      places,
      many((no) => at(`no${no}.example`, site)),
    );
  assert.ok(!places.isFull());
  assert.equal(places.take(at('good.example', 4)), undefined, 'nothing is known of it yet');
  places.heard(at('good.example'), true);
  assert.equal(
    countTaken(
      places,
      many(() => at('good.example', 4)),
    ),
    4,
  );
});

test('new hosts of one site leave places to new hosts of another', () => {
  const places = openDeliveryPlaces();
  assert.equal(
    countTaken(
      places,
      many((no) => at(`no${no}.example`, 1)),
    ),
    16,
  );
  assert.ok(places.take(at('new.example', 2)));
});

test('a site gets half of the places', () => {
  const places = openDeliveryPlaces();
  const good = many((no) => at(`no${no}.example`, 1));
  for (const webhook of good) places.heard(webhook, true);
  assert.equal(countTaken(places, good), 32);
  assert.equal(
    countTaken(
      places,
      many((no) => at(`no${no}.example`, 2)),
    ),
    32,
  );
  assert.ok(places.isFull());
});
