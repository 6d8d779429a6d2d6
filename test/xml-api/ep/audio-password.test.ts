import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { type Caller, sharedSite } from '../../support/site.ts';
import { scheduled, setMeeting } from '../meeting/scheduled.ts';

/** Whom the session password and its audio password are shown to is in session-info-visibility.test.ts. */
forProtocol('the audio password', (open) => {
  const site = sharedSite(open);
  let sites = 0;

  /** A site with these switches, and a host of it. */
  const hostWith = async (settings: object): Promise<Caller> => {
    const siteName = `audio-${++sites}`;
    await site().context.sites.create({ siteName, siteID: 8_300_000 + sites, type: 3, settings });
    return site().person({ siteName });
  };

  const both = { audioPasswordBySuperAdmin: true, audioPasswordBySiteAdmin: true };

  /** Of accessControl, as the host sees it. */
  const shown = async (key: string, host: Caller) => {
    const answer = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, host);
    return ['audioPassword', 'isEnforceAudioPassword', 'isEnforceAudioLogin'].map((name) =>
      answer.value(`accessControl/${name}`),
    );
  };

  test('is eight digits, and stands where the release notes have it', async () => {
    const host = await hostWith({ ...both, enforceAudioLogin: true });
    const key = await scheduled(site(), { password: 'F46SbDh2' }, host);
    const { text } = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, host);
    assert.match(
      text,
      /<ep:accessControl><ep:sessionPassword>F46SbDh2<\/ep:sessionPassword><ep:listStatus>PUBLIC<\/ep:listStatus><ep:registration>false<\/ep:registration><ep:passwordReq>true<\/ep:passwordReq><ep:audioPassword>\d{8}<\/ep:audioPassword><ep:isEnforceAudioPassword>true<\/ep:isEnforceAudioPassword><ep:isEnforceAudioLogin>true<\/ep:isEnforceAudioLogin><\/ep:accessControl>/,
    );
  });

  test('is there only when both the owner and the site administrator have switched it on', async () => {
    for (const bySuperAdmin of [false, true]) {
      for (const bySiteAdmin of [false, true]) {
        const host = await hostWith({
          audioPasswordBySuperAdmin: bySuperAdmin,
          audioPasswordBySiteAdmin: bySiteAdmin,
          enforceAudioLogin: true,
        });
        const key = await scheduled(site(), { password: 'secret1' }, host);
        const [audioPassword, ...enforced] = await shown(key, host);
        const isOn = bySuperAdmin && bySiteAdmin;
        assert.equal(audioPassword !== undefined, isOn);
        assert.deepEqual(enforced, isOn ? ['true', 'true'] : [undefined, undefined]);
      }
    }
  });

  test('is not made for a session without a password', async () => {
    const host = await hostWith(both);
    const key = await scheduled(site(), {}, host);
    assert.deepEqual(await shown(key, host), [undefined, 'false', 'false']);
  });

  test('is made when the session gets a password, and stays when it gets another', async () => {
    const host = await hostWith(both);
    const key = await scheduled(site(), {}, host);
    await setMeeting(site(), key, { password: 'first1' }, host);
    const [made] = await shown(key, host);
    assert.match(made ?? '', /^\d{8}$/);
    await setMeeting(site(), key, { password: 'second2', confName: 'Moved' }, host);
    assert.deepEqual(await shown(key, host), [made, 'true', 'false']);
  });

  test('differs from session to session', async () => {
    const host = await hostWith(both);
    const keys = [];
    for (let n = 0; n < 4; n++) keys.push(await scheduled(site(), { password: 'secret1' }, host));
    const passwords = await Promise.all(keys.map(async (key) => (await shown(key, host))[0]));
    assert.equal(new Set(passwords).size, keys.length);
  });

  test('is not shown any more once it is switched off, and that at once', async () => {
    const host = await hostWith(both);
    const key = await scheduled(site(), { password: 'secret1' }, host);
    const [before] = await shown(key, host);
    await site().context.sites.change(String(host.siteName), {
      settings: { audioPasswordBySiteAdmin: false },
    });
    assert.deepEqual(await shown(key, host), [undefined, undefined, undefined]);
    await site().context.sites.change(String(host.siteName), {
      settings: { audioPasswordBySiteAdmin: true },
    });
    assert.deepEqual(await shown(key, host), [before, 'true', 'false']);
  });

  test('is of no use to those who only know that the meeting exists', async () => {
    const host = await hostWith(both);
    const key = await scheduled(site(), { password: 'secret1' }, host);
    const anonymous = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, {
      siteName: String(host.siteName),
    });
    assert.equal(anonymous.value('accessControl/audioPassword'), undefined);
    assert.equal(anonymous.value('accessControl/isEnforceAudioPassword'), 'true');
  });
});
