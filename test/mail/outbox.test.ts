import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import type { Message, NewMail } from '../../src/mail/message.ts';
import { type Mail, openOutbox } from '../../src/mail/outbox.ts';
import { openSender } from '../../src/mail/sender.ts';
import { openSmtp } from '../../src/mail/transport.ts';
import { systemRandom } from '../../src/random.ts';
import { openSites } from '../../src/sites/sites.ts';
import { forProtocol } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';
import { refusal, startSmtp } from './smtp.ts';

/** The outbox and who empties it, with a real SMTP server. */

forProtocol('the outbox', (open) => {
  test('forgets the mail of a transaction that comes to nothing', async () => {
    await using smtp = await startSmtp();
    const { database, outbox, site, woken } = await desk(open, smtp.url);
    await assert.rejects(
      database.write(async (tx) => {
        await outbox.record(tx, mailTo('ada@acme.com'));
        throw new Error('no');
      }),
      /no/,
    );
    assert.deepEqual((await outbox.list(site)).mails, []);
    assert.equal(woken(), 0);
    await database.write((tx) => outbox.record(tx, mailTo('ada@acme.com')));
    assert.equal((await outbox.list(site)).mails.length, 1);
    assert.equal(woken(), 1);
  });

  test('sends what was written down, once, with its subject and both texts', async () => {
    await using smtp = await startSmtp();
    const { record, sender, one } = await desk(open, smtp.url);
    await record(mailTo('ada@acme.com'));
    assert.equal(await sender.drain(), 1);
    assert.equal(await sender.drain(), 0);
    const [received, ...more] = smtp.received;
    assert.deepEqual(more, []);
    assert.ok(received);
    assert.equal(received.to, 'ada@acme.com');
    assert.equal(received.from, 'messenger@acme.com');
    assert.equal(received.mail.subject, 'Hello');
    assert.equal(received.mail.text, 'Plain\n');
    assert.equal(received.mail.html, '<p>Rich</p>');
    assert.deepEqual((await one()).state, 'SENT');
    await sender.stop();
  });

  test('is emptied by two senders together, each mail once, over few connections', async () => {
    await using smtp = await startSmtp();
    const { record, sender, another } = await desk(open, smtp.url);
    const people = Array.from({ length: 90 }, (_, at) => `person${at}@acme.com`);
    for (const person of people) await record(mailTo(person));
    const second = another(smtp.url);
    const sent = await Promise.all([sender.drain(), second.drain()]);
    assert.equal(sent[0] + sent[1], people.length);
    assert.deepEqual(smtp.received.map(({ to }) => to).sort(), [...people].sort());
    assert.ok(smtp.mostConnections <= 8, `${smtp.mostConnections} connections`);
    await Promise.all([sender.stop(), second.stop()]);
  });

  test('tries again later and later, across a restart, under the same Message-ID', async () => {
    let busy = true;
    await using smtp = await startSmtp({
      data: () => {
        if (busy) throw refusal(451, 'come back later');
      },
    });
    const { record, sender, another, clock, one } = await desk(open, smtp.url);
    await record(mailTo('ada@acme.com'));
    assert.equal(await sender.drain(), 0);
    const first = await one();
    assert.equal(first.state, 'WAITING');
    assert.equal(first.attempts, 1);
    assert.match(first.problem ?? '', /451/);
    await sender.stop();

    const restarted = another(smtp.url);
    clock.advance({ seconds: 30 });
    await restarted.drain();
    assert.equal((await one()).attempts, 1, 'too early');
    clock.advance({ minutes: 2 });
    await restarted.drain();
    const second = await one();
    assert.equal(second.attempts, 2);
    assert.ok(second.claimedUntil - clock.now() > first.claimedUntil - second.dueAt, 'waits longer');
    busy = false;
    clock.advance({ minutes: 5 });
    assert.equal(await restarted.drain(), 1);
    const sent = await one();
    assert.equal(sent.state, 'SENT');
    assert.equal(sent.sentAt, clock.now());
    assert.equal(smtp.received[0]?.mail.messageId, `<${first.token}@acme.com>`);
    await restarted.stop();
  });

  test('gives up after three days, and says why', async () => {
    await using smtp = await startSmtp({
      recipient: () => {
        throw refusal(450, 'mailbox busy');
      },
    });
    const { record, sender, clock, one } = await desk(open, smtp.url);
    await record(mailTo('ada@acme.com'));
    let attempts = 0;
    for (let hours = 0; hours < 100 && (await one()).state === 'WAITING'; hours++) {
      await sender.drain();
      attempts = (await one()).attempts;
      clock.advance({ minutes: 60 });
    }
    const failed = await one();
    assert.equal(failed.state, 'FAILED');
    assert.match(failed.problem ?? '', /mailbox busy/);
    assert.ok(attempts >= 12 && attempts <= 40, `${attempts} attempts`);
    await sender.stop();
  });

  test('does not ask again for a recipient whom the server refuses for good', async () => {
    await using smtp = await startSmtp({
      recipient: (address) => {
        if (address.startsWith('nobody')) throw refusal(550, 'no such user');
      },
    });
    const { record, sender, outbox, site } = await desk(open, smtp.url);
    await record(mailTo('nobody@acme.com'));
    await record(mailTo('ada@acme.com'));
    assert.equal(await sender.drain(), 1);
    const { mails } = await outbox.list(site);
    assert.deepEqual(
      mails.map(({ recipient, state }) => [recipient, state]),
      [
        ['ada@acme.com', 'SENT'],
        ['nobody@acme.com', 'FAILED'],
      ],
    );
    assert.match(mails[1]?.problem ?? '', /no such user/);
    await sender.stop();
  });

  test('waits for a server that is down', async () => {
    const smtp = await startSmtp();
    const port = Number(new URL(smtp.url).port);
    await smtp.close();
    const { record, sender, clock, one } = await desk(open, smtp.url);
    await record(mailTo('ada@acme.com'));
    assert.equal(await sender.drain(), 0);
    assert.equal((await one()).state, 'WAITING');
    assert.match((await one()).problem ?? '', /ECONNREFUSED/);
    await using up = await startSmtp({}, port);
    clock.advance({ minutes: 2 });
    assert.equal(await sender.drain(), 1);
    assert.equal(up.received.length, 1);
    await sender.stop();
  });

  test('tells once that mail cannot be sent, and that it can again; of each mail that is given up', async () => {
    let down = true;
    await using smtp = await startSmtp({
      recipient: (address) => {
        if (down) throw refusal(451, 'come back later');
        if (address.startsWith('nobody')) throw refusal(550, 'no such user');
      },
    });
    const { record, sender, clock, news } = await desk(open, smtp.url);
    for (const name of ['ada', 'bob', 'nobody']) await record(mailTo(`${name}@acme.com`));
    await sender.drain();
    clock.advance({ minutes: 2 });
    await sender.drain();
    assert.deepEqual(news, ['failing']);
    down = false;
    clock.advance({ minutes: 5 });
    await sender.drain();
    assert.deepEqual(news.slice(1).sort(), ['given-up', 'recovered']);
    await sender.stop();
  });

  test('does not try a server that is down once for every mail of a queue', async () => {
    const smtp = await startSmtp();
    await smtp.close();
    const { record, sender, outbox, site } = await desk(open, smtp.url);
    for (let at = 0; at < 60; at++) await record(mailTo(`person${at}@acme.com`));
    await sender.drain();
    const { mails } = await outbox.list(site, { most: 100 });
    assert.equal(mails.filter(({ attempts }) => attempts > 0).length, 20);
    await sender.stop();
  });

  test('gives mail of a process that has died to another one when its claim runs out', async () => {
    await using smtp = await startSmtp();
    const { record, outbox, sender, clock } = await desk(open, smtp.url);
    await record(mailTo('ada@acme.com'));
    const [claimed] = await outbox.claim(clock.now() + 60_000, 10);
    assert.ok(claimed);
    assert.equal(await sender.drain(), 0);
    clock.advance({ minutes: 1 });
    assert.equal(await sender.drain(), 1);
    await sender.stop();
  });

  test('keeps mail to be read where nothing can be sent', async () => {
    const { record, sender, clock, outbox, site } = await desk(open);
    await record(mailTo('ada@acme.com'));
    await record({ ...mailTo('grace@acme.com'), dueAt: clock.now() + 60_000 });
    const states = async () => (await outbox.list(site)).mails.map(({ state }) => state);
    assert.deepEqual(await states(), ['WAITING', 'KEPT']);
    clock.advance({ minutes: 1 });
    await sender.drain();
    assert.deepEqual(await states(), ['KEPT', 'KEPT']);
    assert.equal((await outbox.list(site)).mails[1]?.message.text, 'Plain\n');
    await sender.stop();
  });

  test('sends nothing before it is due', async () => {
    await using smtp = await startSmtp();
    const { record, sender, clock } = await desk(open, smtp.url);
    await record({ ...mailTo('ada@acme.com'), dueAt: clock.now() + 1 });
    assert.equal(await sender.drain(), 0);
    clock.advance({ milliseconds: 1 });
    assert.equal(await sender.drain(), 1);
    await sender.stop();
  });

  test('drops the reminders of a session, or everything that waits for it', async () => {
    const { database, record, outbox, clock, site } = await desk(open);
    const dueAt = clock.now() + 60_000;
    for (const sessionKey of [1, 2]) {
      await record({ ...mailTo('ada@acme.com'), kind: 'reminder', sessionKey, dueAt });
      await record({ ...mailTo('ada@acme.com'), kind: 'update', sessionKey, dueAt });
    }
    const waiting = async () => {
      const { mails } = await outbox.list(site);
      return mails.flatMap(({ state, kind, sessionKey }) =>
        state === 'WAITING' ? [`${kind} ${sessionKey}`] : [],
      );
    };
    await database.write((tx) => outbox.cancelReminders(tx, 1, false));
    assert.deepEqual(await waiting(), ['update 2', 'reminder 2', 'update 1']);
    await database.write((tx) => outbox.cancelAll(tx, 2));
    assert.deepEqual(await waiting(), ['update 1']);
  });

  test('never hands an SMTP server what is not one plain address', async () => {
    await using smtp = await startSmtp();
    const { record, sender, outbox, site } = await desk(open, smtp.url);
    const attacks = [
      'ada@acme.com\r\nRCPT TO:<evil@evil.example>',
      'ada@acme.com, evil@evil.example',
      'Ada <ada@acme.com>',
      'ada@acme.com\0',
      'nobody',
      '',
      `${'a'.repeat(300)}@acme.com`,
    ];
    for (const attack of attacks) await record(mailTo(attack));
    assert.equal(await sender.drain(), 0);
    const { mails } = await outbox.list(site);
    assert.deepEqual(
      mails.map(({ state }) => state),
      attacks.map(() => 'FAILED'),
    );
    assert.deepEqual(smtp.received, []);
    await sender.stop();
  });

  test('lets no subject and no name add a header', async () => {
    await using smtp = await startSmtp();
    const { record, sender } = await desk(open, smtp.url);
    const attack = 'Hello\r\nBcc: evil@evil.example\r\n\r\n<b>body</b>, "x" <y@z>';
    const { message, ...mail } = mailTo('ada@acme.com');
    const from = { name: attack, address: 'messenger@acme.com' };
    await record({
      ...mail,
      message: {
        ...message,
        subject: attack,
        from,
        to: { name: attack, address: 'ada@acme.com' },
        replyTo: from,
      },
    });
    await sender.drain();
    const [received] = smtp.received;
    assert.ok(received);
    assert.equal(received.to, 'ada@acme.com');
    assert.equal(received.mail.headers.has('bcc'), false);
    assert.doesNotMatch(received.raw, /^Bcc/m);
    assert.deepEqual(
      [received.mail.from, received.mail.replyTo].map((box) => box?.value.map(({ address }) => address)),
      [['messenger@acme.com'], ['messenger@acme.com']],
    );
    await sender.stop();
  });

  test('is read page by page, the newest first, each site its own', async () => {
    const { record, outbox, site, clock, database } = await desk(open);
    const other = await openSites(database, clock).create({ siteID: 2, siteName: 'other', type: 3 });
    for (let at = 0; at < 5; at++) {
      if (at % 2 === 0) clock.advance({ seconds: 1 });
      await record(mailTo(`person${at}@acme.com`));
    }
    await record({ ...mailTo('else@other.com'), site: other.id });
    const seen: string[] = [];
    let page = await outbox.list(site, { most: 2 });
    seen.push(...page.mails.map(({ recipient }) => recipient));
    while (page.next) {
      page = await outbox.list(site, { most: 2, after: page.next });
      seen.push(...page.mails.map(({ recipient }) => recipient));
    }
    assert.deepEqual(
      seen,
      [4, 3, 2, 1, 0].map((at) => `person${at}@acme.com`),
    );
    const [theirs] = (await outbox.list(other)).mails;
    assert.equal(await outbox.find(site, theirs?.id ?? 0), undefined);
    assert.equal((await outbox.find(other, theirs?.id ?? 0))?.recipient, 'else@other.com');
  });

  test('does not wait for its rest when the process ends', async () => {
    await using smtp = await startSmtp();
    const { sender } = await desk(open, smtp.url);
    sender.start();
    await sender.stop();
  });
});

const SITE = 1;

function mailTo(address: string): NewMail & { readonly message: Message } {
  return {
    site: SITE,
    kind: 'update',
    message: {
      from: { name: 'Henry Host', address: 'messenger@acme.com' },
      to: { name: 'Ada', address },
      subject: 'Hello',
      text: 'Plain\n',
      html: '<p>Rich</p>',
    },
  };
}

/** An outbox with a site, and a sender to the server at the address. */
async function desk(open: () => Promise<Database>, url?: string) {
  const database = await open();
  const clock = new TestClock();
  const sites = openSites(database, clock);
  const site = await sites.create({ siteID: 1, siteName: 'acme', type: 3 });
  assert.equal(site.id, SITE);
  let woken = 0;
  /** What whoever runs the installation is told. */
  const news: string[] = [];
  const outbox = openOutbox(database, clock, systemRandom, {
    keeps: () => url === undefined,
    wake: () => {
      woken += 1;
    },
    render: () => assert.fail('every mail of this test is in words'),
    complete: async () => {},
  });
  const another = (server: string | undefined) => {
    const transport = server === undefined ? undefined : openSmtp(server);
    return openSender({
      database,
      outbox,
      carrier: () => transport,
      close: () => transport?.close(),
      clock,
      random: systemRandom,
      site: (id) => sites.byId(id),
      dressed: async ({ message }) => message,
      settled: async () => {},
      report: (error) => assert.fail(String(error)),
      tell: ({ kind }) => void news.push(kind),
    });
  };
  const one = async (): Promise<Mail> => {
    const [mail] = (await outbox.list(site)).mails;
    assert.ok(mail);
    return mail;
  };
  return {
    news,
    database,
    clock,
    site,
    outbox,
    sender: another(url),
    another,
    one,
    woken: () => woken,
    record: (mail: NewMail) => database.write((tx) => outbox.record(tx, mail)),
  };
}
