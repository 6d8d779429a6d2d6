/** Somebody's own sessions by days: what runs comes first, and the date stands once a day. */
import type { ReactNode } from 'react';
import type { MeetingDays, MeetingRow } from '../../src/browser/pages/meeting-row.ts';
import { useTexts } from '../texts/texts.ts';
import { type OwnDay, useOwnDays } from './own-days.ts';
import { PostForm, Submit } from './post-form.tsx';

export function MeetingList({ days, now }: { readonly days: MeetingDays; readonly now?: ReactNode }) {
  const texts = useTexts().meetingList;
  const { groups, running, zone } = useOwnDays(days);
  return (
    <div className="meeting-list">
      {(running.length > 0 || now !== undefined) && (
        <Day heading={texts.now}>
          {now}
          {running.map((row) => (
            <Row key={row.url} row={row} isFirst />
          ))}
        </Day>
      )}
      {groups.map(({ key, relative, text, rows }, at) => (
        <Day key={key} heading={relative === undefined ? text : `${texts[relative]} · ${text}`}>
          {rows.map((row) => (
            <Row
              key={`${row.url} ${row.startAt}`}
              row={row}
              isFirst={at === 0 && running.length === 0 && row === rows[0]}
            />
          ))}
        </Day>
      ))}
      {groups.length + running.length > 0 && <p className="meeting-zone">{texts.zone(zone)}</p>}
    </div>
  );
}

export function Day({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section className="day">
      <h3>{heading}</h3>
      <ul>{children}</ul>
    </section>
  );
}

/** @param isFirst its way in is what people came for */
function Row({ row, isFirst }: { readonly row: OwnDay['rows'][number]; readonly isFirst: boolean }) {
  const { meetingList: texts } = useTexts();
  const { confName, url, time, repeats, hostName, inProgress, start, join, state, recording } = row;
  const kind = isFirst || inProgress ? 'main' : 'second';
  return (
    <li className="meeting-row">
      <p className="meeting-time number">{time ?? texts.anyTime}</p>
      <div className="meeting-about">
        <a className="name" href={url}>
          {confName}
        </a>
        <Facts row={{ repeats, hostName, inProgress, state }} />
      </div>
      <div className="meeting-way">
        {start && (
          <PostForm form={start}>
            <Submit kind={kind} label={texts.startName(confName, inProgress)}>
              {inProgress ? texts.join : texts.start}
            </Submit>
          </PostForm>
        )}
        {join !== undefined && (
          <a className={`button ${kind}`} href={join} aria-label={texts.startName(confName, true)}>
            {texts.join}
          </a>
        )}
        {recording !== undefined && (
          <a className="button second" href={recording} aria-label={texts.watchName(confName)}>
            {texts.watch}
          </a>
        )}
      </div>
    </li>
  );
}

type Told = Pick<MeetingRow, 'repeats' | 'hostName' | 'inProgress' | 'state'>;

function Facts({ row: { repeats, hostName, inProgress, state } }: { readonly row: Told }) {
  const texts = useTexts().meetingList;
  if (!inProgress && repeats === undefined && hostName === undefined && state === undefined) return null;
  return (
    <p className="meeting-facts">
      {inProgress && <span className="badge live">{texts.inProgress}</span>}
      {state !== undefined && <span className={`badge ${state}`}>{texts.states[state]}</span>}
      {repeats !== undefined && <span>{texts.repeats(repeats)}</span>}
      {hostName !== undefined && <bdi>{texts.by(hostName)}</bdi>}
    </p>
  );
}
