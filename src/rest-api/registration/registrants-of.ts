/** Registrants of a meeting, between the domain's words and those of this interface. */
import { judgeOfKnownRegistration } from '../../policies/session.ts';
import type { Attendee, JoinStatus, NewAttendee } from '../../sessions/attendee.ts';
import type { JudgeOfRegistration, Registration } from '../../sessions/attendees.ts';
import { takesRegistrations } from '../../sessions/enrollment/enrolled-in.ts';
import { askedFields, standardAnswer } from '../../sessions/enrollment/enrollment-answers.ts';
import { EMPTY_FORM, type EnrollmentQuestion } from '../../sessions/enrollment/enrollment-form.ts';
import { registrationFormOf } from '../../sessions/enrollment/registration-form.ts';
import { RegistrationClosed } from '../../sessions/registration.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import { isAddress } from '../../text-rules.ts';
import { InvalidElement } from '../../xml/invalid-element.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import type { NamedMeeting } from '../named-meeting.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import type {
  RegistrantDetail,
  RegistrantStatus,
  registrantBody,
  registrantType,
} from './registrant-type.ts';
import { STANDARD_QUESTIONS } from './registration-type.ts';

export const STATUS_OF: Readonly<Record<JoinStatus, RegistrantStatus>> = {
  REGISTER: 'pending',
  INVITE: 'approved',
  ACCEPT: 'approved',
  REJECT: 'rejected',
};

export const MOST_AT_ONCE = 30;

type Presented = ValueOf<typeof registrantType>;
type AskedRegistrant = ValueOf<typeof registrantBody>;

export function isRegistrant({ registeredAt }: Attendee): boolean {
  return registeredAt !== null;
}

export async function registrantsOf(
  { app }: Pick<RestCall, 'app'>,
  { session }: Pick<NamedMeeting, 'session'>,
): Promise<Attendee[]> {
  return (await app.sessions.attendeesOf(session)).filter(isRegistrant);
}

export function presentRegistrant(
  { ids, zone }: Pick<RestCall, 'ids' | 'zone'>,
  session: SessionWithDocument,
  attendee: Attendee,
): Presented {
  const { details, joinStatus, registeredAt, registerID } = attendee;
  const { firstName = attendee.name, lastName = '', address, phones, enrollFields } = details;
  const status = STATUS_OF[joinStatus];
  const questions = registrationFormOf(session.document)?.form.questions ?? [];
  return {
    id: ids.hex('registrant', session.site, attendee.attendeeID),
    status,
    firstName,
    lastName,
    email: attendee.email,
    jobTitle: details.title,
    companyName: details.company,
    address1: address?.address1,
    address2: address?.address2,
    city: address?.city,
    state: address?.state,
    zipCode: address?.zipCode,
    countryRegion: address?.country,
    workPhone: phones?.phone,
    fax: phones?.fax,
    registrationTime: isoTime(registeredAt ?? 0, zone),
    customizedQuestions: (details.answers ?? []).map(({ fieldID, values }) => ({
      questionId: fieldID,
      answers: values.map((value) =>
        answerValue(
          questions.find((one) => one.fieldID === fieldID),
          value,
        ),
      ),
    })),
    sourceId: enrollFields?.leadSourceID,
    registrationId: status === 'approved' && registerID !== null ? String(registerID) : undefined,
  };
}

function answerValue(question: EnrollmentQuestion | undefined, value: string) {
  const place = question?.choices.findIndex(({ label }) => label === value) ?? -1;
  return { optionId: place === -1 ? undefined : place + 1, answer: value };
}

/** The registrant of an id. @throws RestFailure (404) */
export async function registrantNamed(
  call: RestCall,
  meeting: Pick<NamedMeeting, 'session'>,
  id: string,
): Promise<Attendee> {
  const attendeeID = call.ids.numberOf('registrant', call.site.id, id);
  const people = attendeeID === undefined ? [] : await registrantsOf(call, meeting);
  const found = people.find((one) => one.attendeeID === attendeeID);
  if (!found) throw new RestFailure(404, 'Registrant data not found(or null)');
  return found;
}

/**
 * Registers people, all or none.
 * @throws RegistrationClosed, RegistrationFull, TooManyAttendees
 * @throws RestFailure (409) for an address that has registered already
 * @throws InvalidElement, InvalidItem for what the form asks otherwise
 */
export async function register(
  call: RestCall,
  { session, caller }: NamedMeeting,
  registrants: readonly AskedRegistrant[],
): Promise<Presented[]> {
  const { app, site } = call;
  if (!takesRegistrations(session.document)) throw new RegistrationClosed(session.sessionKey);
  const { sessionKey } = session;
  const registrations = registrants.map(
    (one): Registration => ({
      sessionKey,
      attendee: registrantAsked(call, session, one),
      sendEmail: one.sendEmail ?? true,
    }),
  );
  const emails = registrations.map(({ attendee }) => attendee.email.toLowerCase());
  if (new Set(emails).size < emails.length)
    throw new InvalidItem("'email' stands twice in 'items'.", 'items');
  const judge = judgeOfNew(call, emails, judgeOfKnownRegistration(app.sessions, caller));
  const registered = await app.sessions.registerAttendees(site, registrations, judge);
  return registered.map((one) => presentRegistrant(call, session, one));
}

/** Judges as `judge` does; whoever does not manage the meeting learns of nobody's registration. */
function judgeOfNew(
  { app }: Pick<RestCall, 'app'>,
  emails: readonly string[],
  judge: JudgeOfRegistration,
): JudgeOfRegistration {
  const wanted = new Set(emails);
  return async (session, tx) => {
    const registrar = await judge(session, tx);
    if (!takesRegistrations(session.document)) throw new RegistrationClosed(session.sessionKey);
    if (!registrar.manages) return registrar;
    const people = await app.sessions.attendeesOf(session, tx);
    if (people.some((one) => isRegistrant(one) && wanted.has(one.email.toLowerCase()))) {
      throw new RestFailure(409, 'User is already a meeting registrant.');
    }
    return registrar;
  };
}

function registrantAsked(
  { site }: Pick<RestCall, 'site'>,
  session: SessionWithDocument,
  person: AskedRegistrant,
): NewAttendee {
  const email = person.email.trim();
  const { firstName, lastName } = person;
  if (!isAddress(email))
    throw new InvalidItem(`'email' must be one e-mail address: ${email.slice(0, 100)}`, 'email');
  const name = `${firstName} ${lastName}`.trim();
  if (/^\p{Cc}*$/u.test(name)) throw new InvalidElement('firstName', 'missing', 'is required');
  const attendee: NewAttendee = {
    email,
    name,
    role: 'ATTENDEE',
    joinStatus: 'REGISTER',
    details: {
      firstName,
      lastName,
      title: person.jobTitle,
      company: person.companyName,
      address: {
        address1: person.address1,
        address2: person.address2,
        city: person.city,
        state: person.state,
        zipCode: person.zipCode,
        country: person.countryRegion,
      },
      phones: { phone: person.workPhone, fax: person.fax },
      type: 'VISITOR',
      languageID: site.settings.languageID,
      emailInvitations: true,
      answers: answersAsked(session, person.customizedQuestions ?? []),
      enrollFields: person.sourceId === undefined ? undefined : { leadSourceID: person.sourceId },
    },
  };
  checkRequired(site, session, attendee);
  return attendee;
}

/** Names of this interface by the fields of enrolment. */
const NAMES = new Map<string, string>(
  Object.entries(STANDARD_QUESTIONS).map(([name, field]) => [field, name]),
);

/** @throws InvalidElement that names what is required, in the words of this interface */
function checkRequired(
  site: RestCall['site'],
  { document }: SessionWithDocument,
  attendee: NewAttendee,
): void {
  const form = registrationFormOf(document);
  const fields = form ? askedFields(site, form.form ?? EMPTY_FORM) : [];
  for (const { name, incl, req } of fields) {
    const said = NAMES.get(name) as RegistrantDetail | undefined;
    if (said === undefined || !incl || !req || standardAnswer(attendee, name).trim() !== '') continue;
    throw new InvalidElement(said, 'missing', 'is required');
  }
  if (form?.requiresFax && !attendee.details.phones?.fax) {
    throw new InvalidElement('fax', 'missing', 'is required');
  }
}

function answersAsked(
  { document }: SessionWithDocument,
  answersGiven: NonNullable<AskedRegistrant['customizedQuestions']>,
): NewAttendee['details']['answers'] {
  const questions = registrationFormOf(document)?.form.questions.filter(({ incl }) => incl) ?? [];
  return answersGiven.map(({ questionId, answers }) => {
    const question = questions.find(({ fieldID }) => fieldID === questionId);
    if (!question) {
      throw new InvalidItem(`'questionId' ${questionId} is not a question of this meeting.`, 'questionId');
    }
    const values = answers.map(({ optionId, answer = '' }) => chosenBy(question, optionId) ?? answer);
    return { fieldID: questionId, label: question.label, values };
  });
}

function chosenBy(
  { kind, label, choices }: EnrollmentQuestion,
  optionId: number | undefined,
): string | undefined {
  if (kind === 'text' || optionId === undefined) return undefined;
  const choice = choices[optionId - 1];
  if (!choice) throw new InvalidItem(`'optionId' ${optionId} is not an option of the question '${label}'.`);
  return choice.label;
}
