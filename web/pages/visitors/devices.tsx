import type { DevicesPage, ShownDevice } from '../../../src/browser/pages/own-pages.ts';
import { Status } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'devices'> = {
  areas: ['problems', 'profile'],
  title: (_content, texts) => texts.devices.heading,
  Content: Devices,
};

/** Where somebody is signed in. */
function Devices({ done, devices, endOthers, profile }: DevicesPage) {
  const texts = useTexts().devices;
  return (
    <div className="card">
      <div className="page-head">
        <h1>{texts.heading}</h1>
        <p className="soft">{texts.lead}</p>
      </div>
      {done && <Status>{texts.done[done]}</Status>}
      <ul className="people devices-list">
        {devices.map((device) => (
          <Device key={device.id} {...device} />
        ))}
      </ul>
      {endOthers ? (
        <PostForm form={endOthers}>
          <Submit kind="second">{texts.endOthers}</Submit>
        </PostForm>
      ) : (
        <p className="soft">{texts.onlyThis}</p>
      )}
      <p className="aside">
        <a href={profile}>{texts.back}</a>
      </p>
    </div>
  );
}

function Device(device: ShownDevice) {
  const { browser, system, isThis, signedIn, lastSeen, address, bySingleSignOn, end } = device;
  const texts = useTexts().devices;
  const name = browser === undefined ? (system ?? texts.unknown) : texts.name(browser, system);
  return (
    <li>
      <div className="person">
        <span className="name">{name}</span>
        <span className="soft">
          {isThis ? texts.signedIn(signedIn) : texts.seen(lastSeen, signedIn)}
          {address !== undefined && (
            <>
              {' · '}
              <bdi className="number">{address}</bdi>
            </>
          )}
          {bySingleSignOn && ` · ${texts.bySingleSignOn}`}
        </span>
      </div>
      {isThis && <span className="badge live">{texts.isThis}</span>}
      {end && (
        <div className="person-actions">
          <PostForm form={end}>
            <Submit kind="second" label={texts.endName(name)}>
              {texts.end}
            </Submit>
          </PostForm>
        </div>
      )}
    </li>
  );
}
