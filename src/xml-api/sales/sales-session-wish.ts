/** What a CreateSalesSession or SetSalesSession request wishes of a sales session. */
import { type Account, AccountNotFound } from '../../accounts/account.ts';
import type { NewAttendee } from '../../sessions/attendee.ts';
import { canBeHost } from '../../sessions/scheduling.ts';
import { AlternateHostNotFound } from '../../sessions/session.ts';
import type { DocumentWish, SessionWish } from '../../sessions/wish.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { AccountCall } from '../operation.ts';
import { emailAsked } from '../types/email.ts';
import { attendeeAsked } from '../types/person.ts';
import { timingWish } from '../types/session/timing-wish.ts';
import type { salesSessionType } from './sales-session-type.ts';

type SalesRequest = ValueOf<typeof salesSessionType>;

/**
 * @throws RuleBroken when a date, a zone or an address is invalid.
 * @throws AccountNotFound, AlternateHostNotFound when somebody of the team has no account, or none that may host.
 */
export async function wishOf(call: AccountCall, request: SalesRequest): Promise<SessionWish> {
  const { accessControl, metaData = {}, schedule } = request;
  const { account, opportunity, intAccountID, intOpptyID } = metaData;
  const hasSubject = [account, opportunity, intAccountID, intOpptyID].some((part) => part !== undefined);
  return {
    confName: metaData.confName,
    host: schedule?.hostWebExID,
    sessionType: metaData.sessionType,
    template: metaData.sessionTemplate?.use,
    timing: timingOf(request),
    listStatus: accessControl?.listing,
    subject: hasSubject ? { account, opportunity, intAccountID, intOpptyID } : undefined,
    attending: request.prospects?.prospect.map((person) =>
      attendeeAsked({ person: { ...person, type: 'VISITOR' }, role: 'ATTENDEE' }),
    ),
    presenting: request.salesTeam && (await teamAsked(call, request.salesTeam)),
    document: documentOf(request),
  };
}

function timingOf({ schedule, repeat }: SalesRequest) {
  if (!repeat) return timingWish(schedule);
  const { endAfter, ...rest } = repeat;
  return timingWish(schedule, { ...rest, afterMeetingNumber: endAfter });
}

function documentOf({ accessControl, metaData = {}, schedule = {}, ...request }: SalesRequest): DocumentWish {
  const { agenda, defaultHighestMT, extSystemID, sessionTemplate } = metaData;
  const { startDate, timeZoneID, timeZone, duration, hostWebExID, openTimeEnabled, openTime, ...played } =
    schedule;
  const { sendEmailByClient, ...enableOptions } = request.enableOptions ?? {};
  // The numbers are the site's.
  const { callInNum, ...telephony } = request.telephony ?? {};
  // Whoever wants the schedule sent out wants people to be invited.
  const isSent = played.sendScheduleEmail === true ? true : undefined;
  return {
    agenda,
    defaultHighestMT,
    extSystemID,
    sessionTemplate,
    ...played,
    password: accessControl?.meetingPassword,
    openTime: openTimeEnabled === false ? 0 : openTime,
    sendEmailByClient,
    enableOptions,
    telephony,
    tracking: request.tracking,
    remind: request.remind,
    attendeeOptions: {
      ...request.attendeeOptions,
      emailInvitations: request.attendeeOptions?.emailInvitations ?? isSent,
    },
  };
}

/** Who sells beside the host; they take the place of the team of before. The last word about an address counts. */
async function teamAsked(
  { site, app: { accounts } }: AccountCall,
  { webExID, email, altHosts }: NonNullable<SalesRequest['salesTeam']>,
): Promise<NewAttendee[]> {
  const team = email.map((address) =>
    attendeeAsked({ person: { email: emailAsked('email', address), type: 'SALESTEAM' }, role: 'PRESENTER' }),
  );
  for (const name of webExID) {
    const account = await accounts.find(site, name);
    if (!account) throw new AccountNotFound(name);
    team.push(member(account, 'PRESENTER'));
  }
  for (const name of altHosts?.webExID ?? []) {
    const account = await accounts.find(site, name);
    if (!account || !canBeHost(account)) throw new AlternateHostNotFound(name);
    team.push(member(account, 'HOST'));
  }
  return team;
}

function member({ webExId, email, firstName, lastName }: Account, role: 'PRESENTER' | 'HOST'): NewAttendee {
  const name = `${firstName} ${lastName}`.trim();
  const person = { name, firstName, lastName, email, webExId, type: 'SALESTEAM' } as const;
  return attendeeAsked({ person, role });
}
