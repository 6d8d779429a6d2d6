/** GF, RM, EN and CR: the registration form of a session, and what comes of it. */

import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { ask } from '../../browser/ask.ts';
import { aboutSession } from '../../browser/meetings/about-session.ts';
import { sessionView } from '../../browser/meetings/session-view.ts';
import { LED, ledOn } from '../../browser/meetings/shown-beside.ts';
import {
  isKnown,
  meetingOf,
  relationTo,
  type VisitedMeeting,
} from '../../browser/meetings/visited-meeting.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { RegisterPage, RegistrationField } from '../../browser/pages/registration-pages-data.ts';
import { type Asked, flag, key, required, text } from '../../browser/parameters/parameter.ts';
import { Refused, reasonOf, statusOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { judgeOfConfiguring, judgeOfRegistration } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import type { Attendee, AttendeeDetails, NewAttendee } from '../../sessions/attendee.ts';
import { type AskedField, askedFields } from '../../sessions/enrollment/enrollment-answers.ts';
import { EMPTY_FORM } from '../../sessions/enrollment/enrollment-form.ts';
import { type RegistrationForm, registrationFormOf } from '../../sessions/enrollment/registration-form.ts';
import { isEvent } from '../../sessions/event.ts';
import { isSame } from '../../sessions/password.ts';
import {
  checkHasPlaces,
  isRegistrationOver,
  RegistrationClosed,
  RegistrationFull,
} from '../../sessions/registration.ts';
import { SessionNotFound, type SessionWithDocument } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';
import { isAddress, webAddress } from '../../text-rules.ts';
import { type CommandCall, failed, type Success } from '../command.ts';
import { answersTo, ENROLLING, questionViews } from './enrollment-fields.ts';
import { meetingToRegister, viewFor } from './told-to-register.ts';

/** What the form asks for beside name and e-mail (com:personType, com:addressType). */
const FIELDS = [
  { name: 'PH', label: 'phone' },
  { name: 'CY', label: 'company' },
  { name: 'JT', label: 'title' },
  { name: 'A1', label: 'address1' },
  { name: 'A2', label: 'address2' },
  { name: 'CI', label: 'city' },
  { name: 'ST', label: 'state' },
  { name: 'PZ', label: 'postalCode' },
  { name: 'CN', label: 'country' },
] as const;

const LONGEST = 256;

const detail = (meaning: string) => text(meaning, { longest: LONGEST, cut: true });

/** What the form asks for. */
export const REGISTERING = {
  MK: required(key('the meeting')),
  FN: text('the first name'),
  LN: text('the last name'),
  EM: text('the e-mail address'),
  PW: text('the password for registering, where the host has set one'),
  PH: detail('the telephone number'),
  CY: detail('the company'),
  JT: detail('the title'),
  A1: detail('the first line of the address'),
  A2: detail('the second line'),
  CI: detail('the city'),
  ST: detail('the state'),
  PZ: detail('the postal code'),
  CN: detail('the country'),
  FX: detail('the fax number, where the session asks for it'),
  ...ENROLLING,
  ...LED,
};

export const CONFIGURING = {
  MK: required(key('the meeting')),
  RG: flag('0 closes registration', { otherwise: true }),
  AA: flag('1 accepts by itself who registers'),
};

type Registering = Asked<typeof REGISTERING>;

/**
 * GF: the form.
 * @throws SessionNotFound when there is no such session
 * @throws RegistrationClosed when the session takes no registrations, or none any more
 * @throws RegistrationFull when all places are taken; whoever has one may correct what they wrote
 */
export async function registrationForm(
  call: CommandCall<Registering>,
  problem?: string,
): Promise<FastifyReply> {
  const sessionKey = call.parameters.MK;
  const meeting = await meetingToRegister(call);
  const { session } = meeting;
  if (!session?.registration) throw new RegistrationClosed(sessionKey);
  const { parameters, folder, site, back, context } = call;
  const account = call.browserSession?.account;
  const people = await context.sessions.attendeesOf(session);
  if (!people.some((one) => account !== undefined && one.account === account.id)) {
    try {
      if (isRegistrationOver(session, context.clock.now())) throw new RegistrationClosed(sessionKey);
      checkHasPlaces(session, people);
    } catch (error) {
      return noPlacePage(call, meeting, error);
    }
  }
  const form = registrationFormOf(session.document);
  const asked = new Map(fieldsOf(site, session).map((field) => [field.name, field]));
  const fields = FIELDS.flatMap(({ name, label }): RegistrationField[] => {
    const field = asked.get(label);
    return field?.incl ? [{ name, label, required: field.req, value: parameters[name] }] : [];
  });
  return show(call, {
    page: 'register',
    session: await viewFor(call, meeting),
    problem,
    given: {
      FN: parameters.FN ?? account?.firstName ?? '',
      LN: parameters.LN ?? account?.lastName ?? '',
      EM: parameters.EM ?? account?.email ?? '',
    },
    fields,
    ...(form && enrollmentViews(call, form, [...asked.values()], fields)),
    needsPassword: session.document.attendeeOptions.registrationPWD !== undefined,
    needsApproval: !session.document.attendeeOptions.auto,
    form: {
      action: folder.address('m.php'),
      fields: {
        ...ownFormField(call),
        AT: 'RM',
        MK: String(sessionKey),
        ASKED: '1',
        ...(parameters.LED !== undefined && { LED: parameters.LED }),
        ...(await ledOn(call, sessionKey)),
        ...(back !== undefined && { BU: back }),
        ...(form && { QS: '1' }),
        ...(parameters.SourceId !== undefined && { SourceId: parameters.SourceId }),
      },
    },
  });
}

/** The fields that every form may have: a session's own form says which, and the site for what is silent. */
function fieldsOf(site: Site, session: SessionWithDocument): AskedField[] {
  return askedFields(site, registrationFormOf(session.document)?.form ?? EMPTY_FORM);
}

function enrollmentViews(
  { parameters }: CommandCall<Registering>,
  { form, requiresFax }: RegistrationForm,
  standard: readonly AskedField[],
  fields: readonly RegistrationField[],
): Pick<RegisterPage, 'fields' | 'futureInfo' | 'questions'> {
  const employees = standard.find(({ name }) => name === 'numEmployees');
  const news = standard.find(({ name }) => name === 'futureInfo');
  const more: RegistrationField[] = [...fields];
  if (requiresFax) more.push({ name: 'FX', label: 'fax', required: true, value: parameters.FX });
  if (employees?.incl) {
    more.push({ name: 'NE', label: 'numEmployees', required: employees.req, value: parameters.NE });
  }
  return {
    fields: more,
    futureInfo: news?.incl ? { name: 'FU', chosen: parameters.FU ?? false, required: news.req } : undefined,
    questions: questionViews(form, parameters.Q, parameters.QS !== undefined),
  };
}

/**
 * RM and EN: registers whoever asks. A person who filled in the form sees a page, a program is answered at its back
 * URL, with the registration id of somebody who is accepted at once. Whoever gives the address of somebody who is there
 * already changes nothing and learns nothing: that address is answered by mail, and they are told what is told of a new
 * one.
 */
export async function register(call: CommandCall<Registering>): Promise<Success | FastifyReply> {
  const { back, parameters } = call;
  const { EM, FN, LN } = parameters;
  const isLink = EM === undefined && FN === undefined && LN === undefined;
  // A link that brings a person here, and tells nothing of them.
  if (isLink && !call.isForm && ask(call) === 'person') return registrationForm(call);
  const meeting = await meetingToRegister(call);
  try {
    const registered = await registeredNow(call, meeting);
    if (back !== undefined) return answered(registered);
    const next = await pageAfter(call, meeting, registered);
    if (next) return redirect(call, next);
    return registeredPage(call, meeting, registered);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    if (ask(call) === 'program') return failed(call, reason, error);
    if (error instanceof RegistrationClosed && !meeting.session?.registration) throw error;
    if (error instanceof RegistrationClosed || error instanceof RegistrationFull) {
      return noPlacePage(call, meeting, error);
    }
    // Only somebody whom the host has rejected may not.
    if (error instanceof AccessDenied) return rejectedPage(call, meeting);
    return registrationForm(call, reason);
  }
}

/** The page that an event sends people to who have enrolled, or else its program. */
async function pageAfter(
  { context, site }: PageCall,
  { session }: VisitedMeeting,
  { joinStatus }: Attendee,
): Promise<URL | undefined> {
  if (!session || !isEvent(session) || joinStatus === 'REJECT') return undefined;
  const { programID, enrollment } = session.document;
  const program = programID ? await context.programs.find(site, programID) : undefined;
  const address = webAddress(enrollment.endURLAfterEnroll || program?.afterEnrollmentURL || '');
  return address === undefined ? undefined : new URL(address);
}

async function registeredNow(call: CommandCall<Registering>, meeting: VisitedMeeting): Promise<Attendee> {
  const { context, site, browserSession, parameters } = call;
  if (!meeting.session) throw new RegistrationClosed(meeting.sessionKey);
  const email = parameters.EM?.trim() ?? '';
  if (!isAddress(email)) throw new Refused('InvalidEmailAddress');
  const name = [parameters.FN, parameters.LN].filter(Boolean).join(' ').trim();
  if (name === '' || name.length > LONGEST) throw new Refused('InvalidDataFormat');
  const asked = fieldsOf(site, meeting.session);
  const isLacking = FIELDS.some(({ name: field, label }) => {
    const { incl, req } = asked.find((one) => one.name === label) ?? {};
    return incl && req && parameters[field] === undefined;
  });
  if (isLacking) throw new Refused('InvalidDataFormat');
  const account = browserSession?.account;
  if (!account) {
    const address = context.callerAddress(call.request.raw);
    context.registrations.count(site, meeting.sessionKey, email, address);
  }
  const form = registrationFormOf(meeting.session.document);
  const attendee: NewAttendee = {
    email,
    name,
    role: 'ATTENDEE',
    joinStatus: 'REGISTER',
    details: {
      ...detailsIn(parameters, site.settings.languageID),
      ...(form && enrollmentDetails(call, form)),
    },
  };
  await checkGuesses(call, meeting.session);
  const [one] = await context.sessions.registerAttendees(
    site,
    [{ sessionKey: meeting.sessionKey, attendee, password: parameters.PW }],
    judgeOfRegistration(context.sessions, account),
  );
  if (!one) throw new Error('one registration has one answer');
  return one;
}

/**
 * A password for registering is as short as one for joining. Whether it is right is judged once more where it is
 * written who registers.
 * @throws TooManyGuesses
 */
async function checkGuesses(call: CommandCall<Registering>, session: SessionWithDocument): Promise<void> {
  const { context, site, parameters, request } = call;
  const { registrationPWD } = session.document.attendeeOptions;
  if (registrationPWD === undefined || parameters.PW === undefined) return;
  const address = context.callerAddress(request.raw);
  if (isSame(registrationPWD, parameters.PW)) {
    await context.guesses.check(site, session.sessionKey, address);
  } else {
    await context.guesses.wrong(site, session.sessionKey, address);
  }
}

/** What is known of somebody who answers a session's own form, beside that. */
function enrollmentDetails(
  { context, request, parameters }: CommandCall<Registering>,
  { form }: RegistrationForm,
): Partial<AttendeeDetails> {
  const { NE: numEmployees, FU, SourceId: leadSourceID } = parameters;
  return {
    answers: answersTo(form, parameters.Q),
    ipAddress: context.callerAddress(request.raw),
    enrollFields: {
      ...(numEmployees !== undefined && { numEmployees }),
      ...(FU !== undefined && { receiveInfo: FU ? 'true' : '' }),
      ...(leadSourceID !== undefined && { leadSourceID }),
    },
  };
}

function detailsIn(parameters: Registering, languageID: number): AttendeeDetails {
  return {
    firstName: parameters.FN?.slice(0, LONGEST),
    lastName: parameters.LN?.slice(0, LONGEST),
    company: parameters.CY,
    title: parameters.JT,
    phones: { phone: parameters.PH, fax: parameters.FX },
    address: {
      address1: parameters.A1,
      address2: parameters.A2,
      city: parameters.CI,
      state: parameters.ST,
      zipCode: parameters.PZ,
      country: parameters.CN,
    },
    type: 'VISITOR',
    languageID,
    // Whoever registers is told what becomes of it.
    emailInvitations: true,
  };
}

function answered({ joinStatus, registerID }: Attendee): Success {
  const isIn = joinStatus === 'ACCEPT' && registerID !== null;
  return { after: isIn ? [['RID', String(registerID)]] : [] };
}

async function registeredPage(
  call: CommandCall<Registering>,
  meeting: VisitedMeeting,
  { joinStatus, registerID, name, email }: Attendee,
): Promise<FastifyReply> {
  const { folder } = call;
  const isIn = joinStatus === 'ACCEPT' && registerID !== null;
  const MK = String(meeting.sessionKey);
  return show(call, {
    page: 'registered',
    session: isIn ? await sessionView(call, meeting, false) : await viewFor(call, meeting),
    about: await aboutFor(call, meeting),
    state: isIn ? 'accepted' : joinStatus === 'REJECT' ? 'rejected' : 'pending',
    ...(isIn && {
      registrationID: String(registerID),
      join: folder.address('m.php', { AT: 'JM', MK, RID: String(registerID), AN: name, AE: email }),
      calendar:
        meeting.session &&
        folder.address('j.php', { MTID: `m${meeting.session.attendeeToken}`, ICS: 'MIFA' }),
    }),
  });
}

/** Nobody else can register. A program is told by its word. */
async function noPlacePage(
  call: CommandCall<Registering>,
  meeting: VisitedMeeting,
  error: unknown,
): Promise<FastifyReply> {
  const reason = reasonOf(error);
  if (reason === undefined || ask(call) === 'program') throw error;
  const state = error instanceof RegistrationFull ? 'full' : 'closed';
  const session = await viewFor(call, meeting);
  const about = await aboutFor(call, meeting);
  return show(call, { page: 'registered', session, about, state, status: statusOf(reason) });
}

async function rejectedPage(call: CommandCall<Registering>, meeting: VisitedMeeting): Promise<FastifyReply> {
  const session = await viewFor(call, meeting);
  const about = await aboutFor(call, meeting);
  return show(call, { page: 'registered', session, about, state: 'rejected' });
}

async function aboutFor(call: CommandCall, meeting: VisitedMeeting): Promise<string | undefined> {
  return aboutSession(call, meeting, await relationTo(call, meeting, call.browserSession?.account));
}

/** CR: whether a session takes registrations (RG=0 ends that), and whether it accepts them by itself (AA=1). */
export async function configureRegistration(call: CommandCall<Asked<typeof CONFIGURING>>): Promise<Success> {
  const { context, site, browserSession, parameters } = call;
  if (!browserSession) throw new Refused('AccessDenied');
  const meeting = await meetingOf(call, parameters.MK);
  const { session } = meeting;
  if (!session) throw new Refused('AccessDenied');
  if (!(await isKnown(call, meeting))) throw new SessionNotFound(parameters.MK);
  const { MK: sessionKey, RG: registration = true, AA: auto } = parameters;
  const judge = judgeOfConfiguring(context.sessions, browserSession.account);
  await context.sessions.change(site, sessionKey, async (current, _people, tx) => {
    await judge(current, tx);
    const { document } = current;
    if (document.kind === 'event') {
      const approvalReq = auto === undefined ? document.enrollment.approvalReq : !auto;
      const enrollment = { ...document.enrollment, approvalReq, isClosed: !registration };
      return { document: { ...document, enrollment } };
    }
    return {
      document: {
        ...document,
        attendeeOptions: {
          ...document.attendeeOptions,
          registration,
          ...(auto !== undefined && { auto }),
        },
      },
    };
  });
  return { after: [['MK', String(sessionKey)]] };
}
