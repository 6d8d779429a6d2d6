import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite, startSite } from '../support/site.ts';
import { meeting } from './portal.ts';

/** Links and tickets of one use, passwords that are guessed. */

const NEW = 'An0ther-Password';

forProtocol('The URL API', (open) => {
  // Nobody listens there: what is written to people stays in the outbox.
  const shared = sharedSite(open, { settings: { smtpUrl: 'smtp://127.0.0.1:1' } });

  async function ticketOf(webExID: string, siteName = 'acme'): Promise<string> {
    const caller = { siteName, webExID, password: PASSWORD };
    return (await shared().ok('user.GetLoginTicket', '', caller)).value('ticket') ?? '';
  }

  async function signInBy(WID: string, TK: string): Promise<string> {
    return (await new Visitor(shared().url).get('/acme/p.php', { AT: 'LI', WID, TK, MU: 'GoBack' })).results;
  }

  async function askForLink(WID: string, siteName = 'acme') {
    const visitor = new Visitor(shared().url);
    await visitor.get(`/${siteName}/forgot.php`);
    return visitor.post(`/${siteName}/forgot.php`, { WID, FORM: visitor.cookies.get('form') ?? '' });
  }

  /** The tokens of the links that somebody was sent, the newest first. */
  async function linksTo(email: string, siteName = 'acme'): Promise<string[]> {
    const { sites, mail } = shared().context;
    const { mails } = await mail.outbox.list(await sites.required(siteName), { most: 500 });
    return mails
      .filter(({ kind, recipient }) => kind === 'passwordReset' && recipient === email)
      .map(({ message }) => /reset\.php\?TOKEN=([\w-]+)/.exec(message.text)?.[1] ?? '');
  }

  test('takes a login ticket once, in its time, from its holder and on its site', async () => {
    const [one, other] = [await shared().person(), await shared().person()];
    const used = await ticketOf(one.webExID);
    assert.match(await signInBy(one.webExID, used), /ST=SUCCESS/);
    const refused = /&ST=FAIL&RS=InvalidTicket$/;
    assert.match(await signInBy(one.webExID, used), refused);
    assert.match(await signInBy(other.webExID, await ticketOf(one.webExID)), refused);
    assert.match(await signInBy('hostid', await ticketOf('hostid', 'acme-basic')), refused);
    assert.match(await signInBy('nobody', await ticketOf(one.webExID)), refused);
    const expired = await ticketOf(other.webExID);
    shared().clock.advance({ days: 1 });
    assert.match(await signInBy(other.webExID, expired), refused);
  });

  test('shows the same to whoever has forgotten a password, and writes to those alone who have one', async () => {
    const { webExID } = await shared().person({ email: 'forgetful@acme.com' });
    const stable = (text: string) => text.replaceAll(/"FORM":"[^"]*"|value="[^"]*"/g, '');
    const known = await askForLink(webExID);
    const unknown = await askForLink('nobody-of-that-name');
    assert.equal(known.status, 200);
    assert.equal(stable(known.text), stable(unknown.text));
    const content = pageOf(known)?.content;
    assert.ok(content?.page === 'forgot-password');
    assert.equal(content.state, 'sent');
    assert.equal((await linksTo('forgetful@acme.com')).length, 1);
    assert.deepEqual(await linksTo('nobody-of-that-name'), []);
    // Not by the form of another site.
    await new Visitor(shared().url).post('/acme/forgot.php', { WID: webExID });
    await new Visitor(shared().url).post('/acme/forgot.php', { WID: webExID, FORM: 'x'.repeat(32) });
    assert.equal((await linksTo('forgetful@acme.com')).length, 1);
  });

  test('is offered to nobody where no mail can be sent: the page says whom to ask', async () => {
    await using site = await startSite(await open());
    const visitor = new Visitor(site.url);
    const asked = await visitor.get('/acme/forgot.php');
    const FORM = visitor.cookies.get('form') ?? '';
    for (const visit of [asked, await visitor.post('/acme/forgot.php', { WID: 'hostid', FORM })]) {
      const content = pageOf(visit)?.content;
      assert.ok(content?.page === 'forgot-password');
      assert.equal(content.state, 'noMail');
      assert.match(visit.text, /This site cannot send mail\. Ask its administrator for a new password\./);
    }
  });

  test('takes the link to a new password once, on its site, for a password that is one', async () => {
    const { webExID } = await shared().person({ email: 'renewed@acme.com' });
    await askForLink(webExID);
    const [TOKEN = ''] = await linksTo('renewed@acme.com');
    const visitor = new Visitor(shared().url);
    const choose = (NPW: string, NPW2 = NPW, site = 'acme') =>
      visitor.post(`/${site}/reset.php`, { TOKEN, NPW, NPW2 });
    const problem = async (NPW: string, NPW2 = NPW) => {
      const content = pageOf(await choose(NPW, NPW2))?.content;
      assert.ok(content?.page === 'reset-password');
      return content.problem;
    };
    assert.equal(await problem(''), 'PasswordNotAccepted');
    const { sites } = shared().context;
    const { settings } = await sites.required('acme');
    await sites.change('acme', { settings: { accountPasswordCriteria: { minLength: 8 } } });
    assert.equal(await problem('short'), 'PasswordNotAccepted');
    await sites.change('acme', { settings: { security: { strictUserPassword: false } } });
    assert.equal(await problem(''), 'PasswordNotAccepted');
    await sites.change('acme', { settings });
    assert.equal(await problem(NEW, 'Something-3lse'), 'PasswordsDiffer');
    assert.equal((await choose(NEW, NEW, 'acme-basic')).status, 404);
    assert.equal((await visitor.head('/acme/reset.php', { TOKEN })).status, 200);
    assert.equal(pageOf(await visitor.get('/acme/reset.php', { TOKEN }))?.content.page, 'reset-password');
    assert.equal(pageOf(await choose(NEW))?.content.page, 'sign-in');
    await shared().ok('user.GetLoginTicket', '', { siteName: 'acme', webExID, password: NEW });

    for (const again of [await choose('Y3t-another-one'), await visitor.get('/acme/reset.php', { TOKEN })]) {
      assert.equal(again.status, 404);
      const content = pageOf(again)?.content;
      assert.ok(content?.page === 'forgot-password');
      assert.equal(content.problem, 'InvalidTicket');
    }
    await shared().ok('user.GetLoginTicket', '', { siteName: 'acme', webExID, password: NEW });
  });

  test('forgets the link to a new password after half an hour', async () => {
    const { webExID } = await shared().person({ email: 'late@acme.com' });
    await askForLink(webExID);
    const [TOKEN = ''] = await linksTo('late@acme.com');
    const visitor = new Visitor(shared().url);
    assert.equal((await visitor.get('/acme/reset.php', { TOKEN })).status, 200);
    shared().clock.advance({ minutes: 31 });
    assert.equal((await visitor.get('/acme/reset.php', { TOKEN })).status, 404);
  });

  test('locks an account together with the XML API, whichever is guessed at', async () => {
    const byPassword = async (WID: string, PW: string) =>
      (await new Visitor(shared().url).post('/acme/p.php', { AT: 'LI', WID, PW, MU: 'GoBack' })).results;
    for (const first of [10, 0, 5]) {
      const person = await shared().person();
      const { webExID } = person;
      for (let guess = 0; guess < first; guess++) {
        assert.match(await byPassword(webExID, `wrong${guess}`), /RS=BadWebExIDorPassword$/);
      }
      for (let guess = first; guess < 10; guess++) {
        await shared().refused('030002', 'user.GetLoginTicket', '', { ...person, password: `wrong${guess}` });
      }
      await shared().refused('030902', 'user.GetLoginTicket', '', person);
      assert.match(await byPassword(webExID, PASSWORD), /ST=FAIL&RS=AccountLocked$/);
    }
  });

  test('counts guesses at the password of a session together with the XML API', async () => {
    for (const first of [10, 0, 6]) {
      const { key, password } = await meeting(shared());
      const join = async (PW: string) => {
        const fields = { AT: 'JM', MK: key, AN: 'Ann', AE: 'ann@example.com', PW, BU: '/acme/' };
        return (await new Visitor(shared().url).post('/acme/m.php', fields)).results;
      };
      const ask = (given: string) =>
        shared().call(
          'ep.GetSessionInfo',
          `<sessionKey>${key}</sessionKey><sessionPassword>${given}</sessionPassword>`,
          { siteName: 'acme' },
        );
      for (let guess = 0; guess < first; guess++) {
        assert.match(await join(`wrong${guess}`), /RS=InvalidMeetingKeyOrPassword$/);
      }
      for (let guess = first; guess < 10; guess++)
        assert.equal((await ask(`wrong${guess}`)).result, 'SUCCESS');
      for (const given of [password, 'wrong']) {
        assert.match(await join(given), /RS=TooManyGuesses$/);
        assert.equal((await ask(given)).exceptionID, '060930');
      }
      shared().clock.advance({ minutes: 16 });
      assert.match(await join(password), /RS=MeetingNotInProgress$/);
    }
  });
});
