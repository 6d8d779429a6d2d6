/**
 * What a host may name in the mails of an event: `%Topic%` stands for its topic. Names are read without regard to
 * spaces and case. What tells the way in stands for nothing in a mail to somebody who is not let in.
 */

import { durationAt } from '../sessions/series.ts';
import { labelAt } from '../time/time-zones.ts';
import type { Values } from './own-mails.ts';
import { oneLine } from './plain.ts';
import {
  type About,
  linkBlock,
  namesIn,
  type Particulars,
  type Reading,
  spaced,
  startOf,
  WITHOUT_WAY_IN,
} from './session-mail.ts';
import type { MailKind } from './texts.ts';
import { whenText } from './when-text.ts';

/** Each with what it stands for, for the manual. */
export const PLACEHOLDERS = {
  Topic: 'the name of the event',
  HostName: 'the name of the host',
  HostEmail: 'the e-mail address of the host',
  AttendeeName: 'the name of the person who is written to; their address where no name is known',
  MeetingTime: 'the date and the time, with the time zone',
  TimeZone: 'the time zone',
  Description: 'the description of the event',
  Agenda: 'the agenda',
  PanelistsInfo: 'what is said of the panelists',
  SiteName: 'the name of the site',
  SiteURL: 'the address of the site',
  MeetingInfoURL: 'the address of the way in: to register, to join, or to join as a panelist',
  MeetingNumber: 'the event number, in threes',
  MeetingPassword: 'the password of the event',
  PanelistPassword: 'the password of the panel, in mail to panelists',
  RegistrationID: 'the registration ID of somebody who has been let in',
} as const;

type Placeholder = keyof typeof PLACEHOLDERS;

/** Those that only somebody learns who has a way in. */
export const WAY_IN = [
  'MeetingInfoURL',
  'MeetingNumber',
  'MeetingPassword',
  'PanelistPassword',
  'RegistrationID',
  'Agenda',
] as const satisfies readonly Placeholder[];

interface Reader extends Particulars {
  readonly recipient: { readonly name: string; readonly address: string };
}

export function valuesOf(about: About, kind: MailKind, reading: Reading, reader: Reader): Values {
  const { texts, zone } = reading;
  const { site, session, host, links } = about;
  const { document } = session;
  const names = namesIn(texts, about);
  const { recipient, registerID, isPanelist = false } = reader;
  const startAt = startOf(about, reader.at);
  const hidden = document.attendeeOptions.excludePassword;
  const values: Record<Placeholder, string | undefined> = {
    Topic: names.topic,
    HostName: names.host,
    HostEmail: host.email,
    AttendeeName: recipient.name || oneLine(recipient.address),
    MeetingTime: whenText(texts, startAt, durationAt(session, startAt), zone),
    TimeZone: labelAt(zone, startAt),
    Description: document.description,
    Agenda: document.agenda,
    PanelistsInfo: document.panelistsInfo,
    SiteName: names.siteName,
    SiteURL: `${links.site(site)}/`,
    MeetingInfoURL: linkBlock(about, kind, texts, names, reader).href,
    MeetingNumber: spaced(session.sessionKey),
    MeetingPassword: hidden ? texts.passwordFromHost : document.password,
    PanelistPassword: isPanelist ? document.panelistPassword : undefined,
    RegistrationID: registerID === undefined ? undefined : String(registerID),
  };
  if (reader.isWaiting || WITHOUT_WAY_IN.has(kind)) for (const name of WAY_IN) values[name] = undefined;
  return new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value ?? '']));
}
