/** The page of registrants.php. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { spokenTo } from '../../browser/appearance.ts';
import { sessionView } from '../../browser/meetings/session-view.ts';
import type { VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { Form } from '../../browser/pages/form.ts';
import type { RegistrantsPage } from '../../browser/pages/registration-pages-data.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { localeOf } from '../../language.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { givenAnswers } from '../../sessions/enrollment/given-answers.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import { zoneOf } from '../../time/time-zones.ts';

/** Those who have registered, and not those who were only invited. */
export async function registrantsOf(
  { context }: PageCall,
  session: SessionWithDocument,
): Promise<Attendee[]> {
  const people = await context.sessions.attendeesOf(session);
  return people.filter(({ registeredAt }) => registeredAt !== null);
}

export async function registrantsPage(
  call: PageCall,
  meeting: VisitedMeeting,
  session: SessionWithDocument,
  { timeZoneID }: Account,
  problem?: RegistrantsPage['problem'],
): Promise<FastifyReply> {
  const { folder } = call;
  const MK = String(meeting.sessionKey);
  const people = await registrantsOf(call, session);
  const moment = new Intl.DateTimeFormat(localeOf(await spokenTo(call)), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zoneOf(timeZoneID).iana,
  });
  const form = (fields: Form['fields']): Form => ({
    action: folder.address('registrants.php'),
    fields: { MK, ...fields, ...ownFormField(call) },
  });
  const decide = ({ attendeeID }: Attendee, DO: string) => form({ PERSON: String(attendeeID), DO });
  const waits = people.some(({ joinStatus }) => joinStatus === 'REGISTER');
  return show(call, {
    page: 'registrants',
    status: problem && 409,
    problem,
    session: await sessionView(call, meeting, true),
    back: folder.address('m.php', { AT: 'MD', MK }),
    download: people.length > 0 ? folder.address('registrants.php', { MK, AS: 'csv' }) : undefined,
    acceptAll: waits ? form({ DO: 'ACCEPTALL' }) : undefined,
    people: people.map((one) => ({
      name: one.name,
      email: one.email,
      registered: moment.format(one.registeredAt ?? 0),
      // Whether somebody wants news is for the file: beside their answers it would look like one.
      answers: givenAnswers(one).flatMap((answer) => {
        if (!('field' in answer)) return [{ label: answer.question, value: answer.value }];
        return answer.field === 'futureInfo'
          ? []
          : [{ label: answer.field, isField: true, value: answer.value }];
      }),
      state: one.joinStatus === 'ACCEPT' ? 'accepted' : one.joinStatus === 'REJECT' ? 'rejected' : 'pending',
      accept: one.joinStatus === 'ACCEPT' ? undefined : decide(one, 'ACCEPT'),
      reject: one.joinStatus === 'REJECT' ? undefined : decide(one, 'REJECT'),
    })),
  });
}
