import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { bodyContent, HOST, message, PASSWORD, sharedSite } from '../support/site.ts';

/** What must not come out: secrets in the log or in a reason, and who exists by how long an answer takes. */

const SECRETS = {
  password: 'S3cret-pass-phrase',
  hint: 'S3cret-hint',
  saml: 'S3cretAssertion',
  token: 'S3cretToken',
};

forProtocol('secrets', (open) => {
  const site = sharedSite(open);

  test('are never in the log, nor in what is answered to a failure', async () => {
    const person = await site().person();
    const { siteName, webExID } = person;
    const caller = { siteName, webExID, password: SECRETS.password };
    const set = `<webExId>${webExID}</webExId><password>${SECRETS.password}</password>`;
    const more = `<passwordHint>${SECRETS.hint}</passwordHint><passwordHintAnswer>${SECRETS.hint}</passwordHintAnswer>`;
    await site().ok('user.SetUser', set + more, person);
    const login = (await site().ok('user.GetLoginTicket', '', caller)).value('ticket') ?? '';
    const url = (await site().ok('user.GetloginurlUser', `<webExID>${webExID}</webExID>`, caller)).value(
      'userLoginURL',
    );
    assert.ok(url?.includes(login));
    const session = (await site().ok('user.AuthenticateUser', '', caller)).value('sessionTicket') ?? '';
    await fetch(url ?? '', { redirect: 'manual' });

    const failures = [
      await site().call('user.GetLoginTicket', '', { ...caller, webExID: 'nobody' }),
      await site().call('user.GetLoginTicket', '', { ...person, password: `${SECRETS.password}x` }),
      await site().call('user.GetLoginTicket', '', { siteName, webExID, sessionTicket: `${session}x` }),
      await site().call('user.GetLoginTicket', '', { siteName, webExID, webExAccessToken: SECRETS.token }),
      await site().call('user.GetLoginTicket', '', { siteName, webExID, clientSecret: SECRETS.token }),
      await site().call('user.AuthenticateUser', `<samlResponse>${SECRETS.saml}</samlResponse>`, caller),
      await site().call('user.AuthenticateUser', `<accessToken>${SECRETS.token}</accessToken>`, {
        siteName,
        webExID,
      }),
      await site().call(
        'user.SetUser',
        `${set}${SECRETS.password.repeat(9)}`.replace('</password>', ''),
        caller,
      ),
      await site().call(
        'user.SetUser',
        `<webExId>${webExID}</webExId><password>${SECRETS.password.repeat(9)}</password>`,
        caller,
      ),
      await site().call('user.CreateUser', set + more),
      await site().call('user.SetUser', `<password><b>${SECRETS.password}</b></password>`, caller),
      await site().post(message(bodyContent('user.GetUser', set), caller).replace('</password>', '</pass>')),
      await site().post(message(bodyContent('user.GetUser', set), caller).slice(0, -90)),
      await site().post(message(bodyContent('user.GetUser', set), caller).replaceAll('S3cret', '& S3cret')),
      await site().post(`UID=x&PWD=${SECRETS.password}`),
      await site().post('', { method: 'GET', path: `/WBXService/XMLService?PWD=${SECRETS.password}` }),
    ];
    const told = site().log.join('\n') + failures.map(({ text }) => text).join('\n');
    for (const secret of [PASSWORD, ...Object.values(SECRETS), login, session]) {
      assert.ok(!told.includes(secret), `${secret} was told`);
    }
    assert.doesNotMatch(told, /\$argon2/);
    assert.match(told, /030002/, 'the log is there');
  });

  test('GetUser shows six stars for a password, and no hint', async () => {
    const { webExID } = await site().person({ profile: { passwordHint: SECRETS.hint } });
    const answer = await site().ok('user.GetUser', `<webExId>${webExID}</webExId>`);
    assert.equal(answer.value('password'), '******');
    assert.doesNotMatch(answer.text, new RegExp(SECRETS.hint));
  });

  test('are not in the database as they are', async () => {
    const { database } = site().context;
    const person = await site().person();
    const login = (await site().ok('user.GetLoginTicket', '', person)).value('ticket') ?? '';
    const session = (await site().ok('user.AuthenticateUser', '', person)).value('sessionTicket') ?? '';
    for (const table of ['account', 'login_ticket', 'session_ticket'] as const) {
      const rows = await database.all(database.builder.selectFrom(table).selectAll().compile());
      const text = rows
        .flatMap((row) => Object.values(row))
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
        .join('\n');
      for (const secret of [PASSWORD, login, Buffer.from(login, 'hex').toString('latin1'), session]) {
        assert.ok(!text.includes(secret), `${table} holds ${secret}`);
      }
    }
  });

  test('one whole hash is paid for every wrong name and every wrong password alike', async () => {
    const { passwords } = site().context;
    const person = await site().person();
    const gone = await site().person({ active: 'DEACTIVATED' });
    const elsewhere = await site().person({ passwordHash: null });
    // The hash that unknown names are compared with is made once.
    await site().refused('030001', 'user.GetLoginTicket', '', { ...HOST, webExID: 'nobody' });
    const hash = mock.method(passwords, 'hash');
    const matches = mock.method(passwords, 'matches');
    try {
      for (const [caller, exceptionID] of [
        [{ ...person, webExID: 'nobody' }, '030001'],
        [{ siteName: 'acme', email: 'nobody@acme.com', password: PASSWORD }, '030001'],
        [{ ...person, password: 'wrong' }, '030002'],
        [{ ...gone, password: 'wrong' }, '030002'],
        [{ ...elsewhere, password: 'wrong' }, '030002'],
      ] as const) {
        const before = matches.mock.callCount();
        await site().refused(exceptionID, 'user.GetLoginTicket', '', caller);
        assert.equal(matches.mock.callCount() - before, 1, exceptionID);
      }
      assert.equal(hash.mock.callCount(), 0);
    } finally {
      hash.mock.restore();
      matches.mock.restore();
    }
  });

  test('a right password is paid for once, and remembered for as long as nothing changes', async () => {
    const { passwords } = site().context;
    const person = await site().person();
    const matches = mock.method(passwords, 'matches');
    const paid = async (run: () => Promise<unknown>) => {
      const before = matches.mock.callCount();
      await run();
      return matches.mock.callCount() - before;
    };
    const signIn = () => site().ok('user.GetLoginTicket', '', person);
    try {
      assert.equal(await paid(signIn), 1);
      assert.equal(await paid(signIn), 0);
      assert.equal(
        await paid(() =>
          site().ok('user.SetUser', `<webExId>${person.webExID}</webExId><title>x</title>`, person),
        ),
        0,
      );
      assert.equal(
        await paid(() =>
          site().refused('030002', 'user.GetLoginTicket', '', { ...person, password: 'wrong' }),
        ),
        1,
      );
      assert.equal(await paid(signIn), 0);
      site().clock.advance({ minutes: 5 });
      assert.equal(await paid(signIn), 1, 'after five minutes it is looked at again');
      await site().ok('user.InactivateUser', `<webexID>${person.webExID}</webexID>`);
      await site().ok('user.ActivateUser', `<webexID>${person.webExID}</webexID>`);
      assert.equal(await paid(signIn), 1, 'after a deactivation');
    } finally {
      matches.mock.restore();
    }
  });

  test('many who come at once with the right password are let in, and pay for it once', async () => {
    const person = await site().person();
    const matches = mock.method(site().context.passwords, 'matches');
    try {
      const all = await Promise.all(
        Array.from({ length: 20 }, () => site().call('user.GetLoginTicket', '', person)),
      );
      assert.deepEqual([...new Set(all.map(({ result }) => result))], ['SUCCESS']);
      assert.equal(matches.mock.callCount(), 1);
    } finally {
      matches.mock.restore();
    }
  });
});
