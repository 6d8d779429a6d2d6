/** Where somebody is signed in by a browser. */
import type { UserAnswer } from '../../../src/console/users/users-data.ts';
import { TimeText } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';

export function DeviceList({ devices }: Pick<UserAnswer, 'devices'>) {
  const texts = areaTexts('users').devices;
  if (devices.length === 0) return <p className="c-soft">{texts.none}</p>;
  return (
    <>
      <h3 className="user-subtitle">{texts.title}</h3>
      <ul className="user-devices">
        {devices.map(({ browser, system, address, signedInAt, lastSeenAt }) => (
          <li key={`${signedInAt} ${address} ${browser}`}>
            <span>{texts.on(browser, system)}</span>
            <span className="c-soft c-figures">
              {address !== null && <bdi>{address}</bdi>} {texts.seen} <TimeText at={lastSeenAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
