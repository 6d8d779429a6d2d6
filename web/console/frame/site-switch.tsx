/** An owner of the installation chooses which site they work on. */
import { useId } from 'react';
import type { SitesAnswer } from '../../../src/console/frame/frame-data.ts';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';

export function SiteSwitch() {
  const id = useId();
  const texts = areaTexts('frame');
  const { data } = useCall<SitesAnswer>('sites');
  const names = data?.sites.map(({ siteName }) => siteName) ?? [SHELL.siteName];
  return (
    <div className="c-site-switch">
      <label htmlFor={id} className="c-unseen">
        {texts.switchSite}
      </label>
      <select
        id={id}
        value={SHELL.siteName}
        onChange={({ target }) => {
          location.assign(consoleOf(target.value));
        }}
      >
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      {SHELL.siteName !== SHELL.homeSite && (
        <a href={SHELL.homeConsole} className="c-small-print">
          {texts.backHome(SHELL.homeSite)}
        </a>
      )}
    </div>
  );
}

/** The console of a site, for an owner. */
export function consoleOf(siteName: string): string {
  return siteName === SHELL.homeSite ? SHELL.homeConsole : `${SHELL.homeConsole}/at/${siteName}`;
}
