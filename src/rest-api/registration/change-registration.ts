/** Opens the registration of a meeting with a form, or closes it. */
import { judgeOfConfiguring } from '../../policies/session.ts';
import type { ApprovalRule, RegistrationRule } from '../../sessions/enrollment/approval-rules.ts';
import { APPROVAL_CONDITIONS } from '../../sessions/enrollment/approval-rules.ts';
import { EMPTY_FORM } from '../../sessions/enrollment/enrollment-form.ts';
import { type RegistrationForm, registrationFormOf } from '../../sessions/enrollment/registration-form.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { DocumentWish } from '../../sessions/wish.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import type { NamedMeeting } from '../named-meeting.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';

type Change = Pick<SessionWithDocument, 'document'>;

export interface WishedRegistration {
  readonly form: (before: RegistrationForm | undefined) => RegistrationForm;
  readonly auto: boolean | undefined;
  readonly most: number | undefined;
}

/**
 * @throws RestFailure (400) for a meeting that recurs or has no password
 * @throws AccessDenied, SessionNotFound, RuleBroken, InvalidItem
 */
export async function openRegistration(
  call: RestCall,
  { session, caller }: NamedMeeting,
  wished: WishedRegistration,
): Promise<SessionWithDocument> {
  const { sessions } = call.app;
  const judge = judgeOfConfiguring(sessions, caller);
  return sessions.change(call.site, session.sessionKey, async (current, _people, tx) => {
    await judge(current, tx);
    checkTakesRegistration(current);
    return withRegistration(current, wished);
  });
}

/** @throws AccessDenied, SessionNotFound */
export async function closeRegistration(call: RestCall, { session, caller }: NamedMeeting): Promise<void> {
  const { sessions } = call.app;
  const judge = judgeOfConfiguring(sessions, caller);
  await sessions.change(call.site, session.sessionKey, async (current, _people, tx): Promise<Change> => {
    await judge(current, tx);
    const { document } = current;
    if (document.kind === 'event') {
      return { document: { ...document, enrollment: { ...document.enrollment, isClosed: true } } };
    }
    const attendeeOptions = { ...document.attendeeOptions, registration: false };
    // Numbers that questions have had are never given again.
    const lastFieldID = document.registrationForm?.form.lastFieldID ?? 0;
    const registrationForm = { form: { ...EMPTY_FORM, lastFieldID }, rules: [] };
    return { document: { ...document, attendeeOptions, registrationForm } };
  });
}

function checkTakesRegistration({ recurring, document }: SessionWithDocument): void {
  if (document.kind !== 'event') checkMayBeRegistered(recurring, document.password);
}

/** @throws RestFailure (400) for what is no webinar, and recurs or has no password */
export function checkMayBeRegistered(recurring: boolean, password: string | undefined): void {
  if (recurring) throw new RestFailure(400, 'Registration is not supported for a recurring meeting.');
  if (!password) throw new RestFailure(400, 'Registration requires that the meeting has a password.');
}

/**
 * The registration of a new meeting.
 * @throws RestFailure (400) where it takes none
 * @throws InvalidItem
 */
export function registrationWish(
  service: ServiceType,
  form: RegistrationForm,
  { auto = false, most }: Pick<WishedRegistration, 'auto' | 'most'>,
): DocumentWish {
  if (service === 'EventCenter') {
    checkOfEvent(form);
    return {
      enrollmentForm: form.form,
      enrollment: { approvalReq: !auto, approvalRules: form.rules.map(ofEvent), isClosed: false },
      extOptions: { enrollmentNumber: most },
    };
  }
  const limits = service === 'TrainingCenter' ? { maxRegistrations: most } : { participantLimit: most };
  return { attendeeOptions: { registration: true, auto, ...limits }, registrationForm: form };
}

function checkOfEvent({ requiresFax }: RegistrationForm): void {
  if (requiresFax) throw new InvalidItem("'requireFax' is not supported for webinars.", 'requireFax');
}

function withRegistration(
  { document }: SessionWithDocument,
  { form, auto: wishedAuto, most }: WishedRegistration,
): Change {
  const asked = form(registrationFormOf(document));
  const auto = wishedAuto ?? false;
  if (document.kind === 'event') {
    checkOfEvent(asked);
    const approvalRules = asked.rules.map(ofEvent);
    return {
      document: {
        ...document,
        enrollmentForm: asked.form,
        enrollment: { ...document.enrollment, approvalReq: !auto, approvalRules, isClosed: false },
        extOptions: { ...document.extOptions, enrollmentNumber: most },
      },
    };
  }
  const limits =
    document.kind === 'training'
      ? { maxRegistrations: most ?? 0, participantLimit: 0 }
      : { participantLimit: most ?? 0 };
  const attendeeOptions = { ...document.attendeeOptions, registration: true, auto, ...limits };
  return { document: { ...document, attendeeOptions, registrationForm: asked } };
}

/** @throws InvalidItem for what event.xsd has no word for */
function ofEvent(rule: RegistrationRule): ApprovalRule {
  const condition = APPROVAL_CONDITIONS.find((one) => one === rule.condition);
  if (!condition)
    throw new InvalidItem("'equals' and 'notEquals' are not supported for webinars.", 'condition');
  return { ...rule, condition };
}
