/** The tables of docs/mail.md: every mail about a session, and what a host may name in those of an event. */
import { OWN_MAIL_OF } from '../../src/mail/own-mails.ts';
import { PLACEHOLDERS } from '../../src/mail/placeholders.ts';
import { type MailKind, type Names, textsIn } from '../../src/mail/texts.ts';

/** Whom it goes to, and when. Mail about accounts is told of elsewhere. */
const WHEN: Readonly<Partial<Record<MailKind, readonly [to: string, when: string]>>> = {
  scheduled: ['the host', 'a session is scheduled, or becomes theirs'],
  invitation: ['an attendee', 'they are invited'],
  alternateHost: ['an alternate host', 'they are made one'],
  presenter: ['a presenter of a training session', 'they are invited'],
  panelist: ['a panelist', 'they are invited'],
  changed: ['the host', 'what people would read has changed'],
  update: ['everybody who stays', 'what they would read has changed'],
  cancelled: ['the host and everybody', 'it is cancelled'],
  removed: ['somebody who is taken off', 'they are'],
  registrationRequest: ['the host', 'somebody registers who has to be let in'],
  registrationPending: ['whoever registered', 'the host has to let them in'],
  registrationAccepted: ['whoever registered', 'they are let in, by the host, a rule or the session itself'],
  registrationRejected: ['whoever registered', 'they are not let in'],
  reminder: [
    'the host, or the addresses of `remind`',
    'so long before each start as `remind` says, 15 minutes where it does not',
  ],
  attendeeReminder: [
    'everybody who takes part',
    'training sessions: when the host is reminded; events: at `sendDateTime` of the two reminders, or 24 hours and 1 hour before the start',
  ],
  thanks: ['the attendees of an event who were there', 'at `sendDateTime`, but not before it is over'],
  missed: ['those who were expected and were not', 'the same'],
};

const SAMPLE: Omit<Names, 'registering'> = {
  topic: 'Apples',
  host: 'Holly Host',
  noun: 'event',
  person: 'ada@example.com',
  siteName: 'acme',
};

export function mailTables(): string {
  const texts = textsIn(1);
  const names = { ...SAMPLE, registering: texts.registering('EventCenter') };
  const kinds = Object.entries(WHEN) as [MailKind, readonly [string, string]][];
  const rows = kinds.map(([kind, [to, when]]) => {
    const own = kind === 'attendeeReminder' ? 'firstReminder, secondReminder' : (OWN_MAIL_OF[kind] ?? '');
    return `| ${kind} | ${to} | ${when} | ${texts.subject[kind](names)} | ${own} |`;
  });
  const placeholders = Object.entries(PLACEHOLDERS).map(
    ([name, meaning]) => `| \`%${name}%\` | ${meaning} |`,
  );
  return [
    '| Mail | To | When | Subject, of an event | An event words it itself |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '| Placeholder | Stands for |',
    '| --- | --- |',
    ...placeholders,
    '',
  ].join('\n');
}
