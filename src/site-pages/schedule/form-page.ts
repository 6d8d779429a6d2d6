/** The page with the form of a session: a new one, or one that is changed. */
import type { FastifyReply } from 'fastify';
import type { Account, AccountWithProfile } from '../../accounts/account.ts';
import { sessionAddress } from '../../browser/meetings/about-session.ts';
import { timetable } from '../../browser/meetings/timetable.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { Form } from '../../browser/pages/form.ts';
import type { FieldProblem, GivenFields, Timetable } from '../../browser/pages/schedule-page.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { RuleBroken } from '../../refusal.ts';
import { drawnPassword } from '../../sessions/password.ts';
import { checkedRepeat } from '../../sessions/recurrence/checked-repeat.ts';
import { seriesStart } from '../../sessions/recurrence/series-starts.ts';
import { USUAL_DURATION } from '../../sessions/scheduling.ts';
import { seriesOf, zoneOfSession } from '../../sessions/series.ts';
import { SessionPasswordRequired, type SessionWithDocument } from '../../sessions/session.ts';
import type { TimingWish } from '../../sessions/timing.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { decided, passwordRules, serviceOf, servicesOf, typesOf, zoneChoices } from './desk.ts';
import { type Before, givenOf, newGiven, startSoon } from './given-of.ts';
import { SERVICE_WORDS } from './schedule-fields.ts';
import { trackingFields } from './tracking-fields.ts';

export interface FormShown {
  /** The account that fills the form in; nobody whose sign-in has ended meanwhile. */
  readonly account: AccountWithProfile | undefined;
  /** What is changed. */
  readonly before?: Before | undefined;
  /** What was typed; without it what is there or usual. */
  readonly given?: GivenFields | undefined;
  readonly problems?: readonly FieldProblem[];
  readonly when?: Timetable | undefined;
  readonly signedOut?: string | undefined;
  readonly changedMeanwhile?: string | undefined;
  readonly gone?: boolean | undefined;
  /** They came to take it off. */
  readonly asksToCancel?: boolean | undefined;
}

export async function schedulePage(call: PageCall, shown: FormShown): Promise<FastifyReply> {
  const { context, site } = call;
  const { account, before, problems = [], signedOut, changedMeanwhile, gone, asksToCancel } = shown;
  const given = shown.given ?? (before ? givenOf(before) : account ? freshGiven(call, account) : {});
  const service = serviceOf(given.SERVICE);
  const services = before || !account ? [] : servicesOf(site, account);
  const chosen = SERVICE_WORDS.find((word) => word === given.SERVICE) ?? 'MEETING';
  const offered =
    services.length > 0
      ? services.map((word) => ({ word, service: serviceOf(word).serviceType }))
      : [{ word: chosen, service: before?.session.service ?? service.serviceType }];
  return show(call, {
    page: 'schedule',
    changes: before && {
      confName: before.session.confName,
      url: sessionAddress(call, before.session),
      isSeries: before.session.recurring,
    },
    form: formOf(call, before?.session.sessionKey, given.V),
    cancel: before && formOf(call, before.session.sessionKey, undefined),
    given: before || given.SERVICE ? given : { ...given, SERVICE: services[0] },
    problems,
    when:
      shown.when ??
      (before &&
        (await timetable(call, seriesOf(before.session, before.session.document), before.session.duration))),
    services: services.map((word) => SERVICE_NOUNS[word]),
    zones: zoneChoices(context.clock.now(), before && zoneOfSession(before.session)),
    begins: shown.given || before ? undefined : startSoon(context.clock.now()),
    types: account ? typesOf(site, account, service) : [],
    suggest: account && call.folder.address('people.php'),
    tracking: trackingFields(site, offered),
    password: passwordRules(site),
    drawnPassword: account && freshPassword(call, account),
    may: decided(call, account),
    longest: site.settings.scheduling.maximumDuration,
    signedOut,
    changedMeanwhile,
    gone,
    asksToCancel: before && asksToCancel,
  });
}

const SERVICE_NOUNS = { MEETING: 'meeting', TRAINING: 'training', EVENT: 'event' } as const;

function formOf(call: PageCall, sessionKey: number | undefined, version: string | undefined): Form {
  return {
    action: call.folder.address('schedule.php'),
    fields: {
      ...(sessionKey !== undefined && { MK: String(sessionKey) }),
      ...(version !== undefined && { V: version }),
      ...ownFormField(call),
    },
  };
}

function freshGiven(call: PageCall, account: AccountWithProfile): GivenFields {
  const { context, site } = call;
  const service = serviceOf(servicesOf(site, account)[0]);
  const type = service.typeFor(site, account, undefined);
  return newGiven({
    document: service.usual(site, account, type),
    duration: USUAL_DURATION,
    password: freshPassword(call, account),
    now: context.clock.now(),
    zone: zoneOf(account.timeZoneID),
  });
}

/** Nothing where the site's rules leave none. */
function freshPassword({ site, context }: PageCall, host: Account): string | undefined {
  try {
    return drawnPassword(site, { confName: '', host }, context.random);
  } catch (error) {
    if (error instanceof SessionPasswordRequired) return undefined;
    throw error;
  }
}

/** When a session would take place that has the timing of a form; nothing while that cannot be said. */
export async function plannedTimes(
  call: PageCall,
  { start, zone, duration, repeat }: TimingWish,
  session: SessionWithDocument | undefined,
): Promise<Timetable | undefined> {
  if (start === undefined || start === 'now' || !zone || duration === undefined) return undefined;
  const { year, month, day, hour, minute } = start;
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const local = { year, month, day, hour: hour ?? 0, minute: minute ?? 0, second: 0 };
  try {
    const checked = checkedRepeat(repeat ?? session?.document.repeat ?? {}, local);
    const first = seriesStart({ start: local, zone, repeat: checked });
    return await timetable(call, { start: first, zone, repeat: checked }, duration);
  } catch (error) {
    if (error instanceof RuleBroken) return undefined;
    throw error;
  }
}
