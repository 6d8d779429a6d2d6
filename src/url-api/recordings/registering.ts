/** Registering for a recording whose host wants to know who sees it: what the form asks, and what comes of it. */
import type { FastifyReply } from 'fastify';
import { isOwnForm, ownFormField } from '../../browser/own-form.ts';
import type { RecordingRegistrationPage } from '../../browser/pages/recording-page.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text } from '../../browser/parameters/parameter.ts';
import { Refused, reasonOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { isAddress } from '../../text-rules.ts';
import { countRegistration } from './counted-access.ts';
import { headOf } from './head.ts';
import { type LinkedRecording, linkTo } from './linked-recording.ts';
import { signInTo } from './sign-in-to.ts';
import { type KnownViewer, letPass } from './viewer.ts';

/** Named as in the registrations of sessions. */
const FIELDS = [
  { name: 'CY', label: 'company' },
  { name: 'JT', label: 'title' },
  { name: 'PH', label: 'phone' },
  { name: 'CN', label: 'country' },
] as const;

const LONGEST = 256;

const detail = (meaning: string) => text(meaning, { longest: LONGEST, cut: true, line: true });

/** What the form asks for. */
export const REGISTERING_FOR_RECORDING = {
  FN: text('of who registers for a recording: the first name', { longest: 64, line: true }),
  LN: text('the last name', { longest: 64, line: true }),
  EM: text('the e-mail address'),
  CY: detail('the company'),
  JT: detail('the title'),
  PH: detail('the telephone number'),
  CN: detail('the country'),
};

/** Asks, or asks once more. */
export async function registrationPage(
  call: PageCall,
  linked: LinkedRecording,
  problem?: string,
): Promise<FastifyReply> {
  const isAgain = problem !== undefined;
  const sent = isAgain ? givenIn(call) : { given: {}, values: {} };
  const page: RecordingRegistrationPage = {
    page: 'recording-registration',
    purpose: linked.purpose,
    problem,
    ...(await headOf(call, linked.recording)),
    given: sent.given,
    fields: FIELDS.map(({ name, label }) => ({ name, label, value: sent.values[name] })),
    form: { action: linkTo(call, linked), fields: ownFormField(call) },
    signIn: await signInTo(call, linked),
  };
  return show(call, page);
}

/** What was typed, as far as it can be shown again. */
function givenIn(call: PageCall): {
  readonly given: RecordingRegistrationPage['given'];
  readonly values: Readonly<Record<string, string | undefined>>;
} {
  const { FN, LN, EM, ...values } = parametersOf(call.request, TYPED);
  return { given: { FN, LN, EM }, values };
}

const typed = (meaning: string) => text(meaning, { longest: LONGEST, cut: true });
const TYPED = Object.fromEntries(
  Object.entries(REGISTERING_FOR_RECORDING).map(([name, { meaning }]) => [name, typed(meaning)]),
) as Readonly<Record<keyof typeof REGISTERING_FOR_RECORDING, ReturnType<typeof typed>>>;

/** Takes a form that was filled in; this browser passes from then on, and goes on to where the link leads. */
export async function register(
  call: PageCall,
  linked: LinkedRecording,
  viewer: KnownViewer,
): Promise<FastifyReply> {
  try {
    if (!isOwnForm(call)) throw new Refused('CSRFRequired');
    const {
      FN = '',
      LN = '',
      EM = '',
      CY,
      JT,
      PH,
      CN,
    } = parametersOf(call.request, REGISTERING_FOR_RECORDING);
    const email = EM.trim();
    if (!isAddress(email)) throw new Refused('InvalidEmailAddress');
    if (FN === '' || LN === '') throw new Refused('InvalidDataFormat');
    const registration = await countRegistration(
      call,
      linked.recording,
      { name: `${FN} ${LN}`, email },
      { firstName: FN, lastName: LN, company: CY, title: JT, phone: PH, country: CN },
    );
    letPass(call, linked.recording, { hasPassword: viewer.hasPassword, registration });
    return call.reply.code(303).header('Location', linkTo(call, linked)).send();
  } catch (error) {
    const problem = reasonOf(error);
    if (problem === undefined) throw error;
    return registrationPage(call, linked, problem);
  }
}
