/** How much room the recordings of the site take up, of what they may, and where they are. */
import type { RecordingSpaceAnswer } from '../../../src/console/site/site-data.ts';
import { bytesText } from '../overview/bytes-text.ts';
import { ButtonLink } from '../parts/button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { KeyValue, KeyValues, Notice, Panel } from '../parts/small.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import { SiteHead } from './site-head.tsx';

/** Milliseconds between two looks: rooms are being recorded meanwhile. */
const EVERY = 30_000;

/** The part of the quota from which on it is said that little is left. */
const NEARLY = 0.9;

export function Page() {
  const call = useCall<RecordingSpaceAnswer>('site/recording-space', { every: EVERY });
  return (
    <>
      <SiteHead page="recordings" />
      <Loaded call={call}>{(space) => <Space {...space} />}</Loaded>
    </>
  );
}

function Space({ store, place, usedBytes, quotaBytes, recordings, inRooms }: RecordingSpaceAnswer) {
  const { recordings: texts } = areaTexts('site');
  const used = bytesText(usedBytes);
  const share = quotaBytes === undefined ? 0 : usedBytes / quotaBytes;
  return (
    <Panel
      title={texts.space}
      actions={
        <ButtonLink to="site?section=recordings" isSmall>
          {texts.settings}
        </ButtonLink>
      }
    >
      {share >= 1 && <Notice tone="bad">{texts.full}</Notice>}
      {share >= NEARLY && share < 1 && <Notice tone="attention">{texts.nearlyFull}</Notice>}
      <KeyValues>
        <KeyValue name={texts.used}>
          {quotaBytes === undefined ? texts.unbounded(used) : texts.usedOf(used, bytesText(quotaBytes))}
          {quotaBytes !== undefined && <Meter share={share} />}
        </KeyValue>
        <KeyValue name={texts.counted}>
          <span className="c-figures">{recordings.toLocaleString(SHELL.language)}</span>
          <p className="c-soft c-small-print">{texts.countedHint}</p>
        </KeyValue>
        <KeyValue name={texts.inRooms}>{inRooms ? texts.allowed : texts.forbidden}</KeyValue>
        <KeyValue name={texts.store}>
          {texts.stores[store]}
          {place !== undefined && (
            <p className="c-soft c-small-print">
              <code>{place}</code>
            </p>
          )}
        </KeyValue>
      </KeyValues>
    </Panel>
  );
}

function Meter({ share }: { readonly share: number }) {
  const { recordings: texts } = areaTexts('site');
  const percent = new Intl.NumberFormat(SHELL.language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <meter
      className="c-meter"
      max={1}
      high={NEARLY}
      optimum={0}
      value={Math.min(share, 1)}
      aria-label={texts.share(percent.format(share))}
    />
  );
}
