/** Where callers are asked what they want, by the same rules as everybody: which session, and whether they come in. */
import type { Context } from '../../context.ts';
import type { Place, Stay, Via } from '../../live/live.ts';
import { RegistrationIDInvalid } from '../../policies/admission.ts';
import {
  type Called,
  entranceByPhone,
  type PhoneEntrance,
  type Pressed,
  WrongHostPin,
} from '../../policies/telephone.ts';
import { beginRecording, willRecordItself } from '../../room-recorder.ts';
import { asAt } from '../../sessions/as-occurrence.ts';
import { hasPersonalRoom, personalRoom } from '../../sessions/personal-room.ts';
import { SessionNotFound, WrongSessionPassword } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';
import { type CallerCounts, openCallerCounts } from '../../throttle/callers.ts';
import type { PhoneCaller } from './phone-caller.ts';

/** A session or a personal room that somebody calls. */
export interface CalledMeeting extends Called {
  readonly site: Site;
  readonly place: Place;
  readonly sessionKey: number;
}

/** No such number, or one that is not told of. */
export class NoSuchNumber extends Error {}

/** Longest number or address of a room. */
const LONGEST = 64;

export type FrontDesk = ReturnType<typeof openFrontDesk>;

export function openFrontDesk(context: Context) {
  const { sessions, accounts, live, guesses, clock } = context;
  const counts: CallerCounts = openCallerCounts(clock);

  async function roomOf(site: Site, name: string): Promise<CalledMeeting | undefined> {
    const key = name.replace(/\D/g, '');
    const isNumber = /^[\d\s-]+$/.test(name) && Number.isSafeInteger(Number(key));
    const session = isNumber ? await sessions.find(site, Number(key)) : undefined;
    if (session) {
      const host = await accounts.findById(session.host);
      if (!host) return undefined;
      const current = asAt(await sessions.withDocument(session), clock.now());
      return {
        site,
        place: { kind: 'session', session },
        sessionKey: session.sessionKey,
        session: current,
        host: await accounts.withProfile(host),
        people: await sessions.attendeesOf(session),
      };
    }
    const account = isNumber ? undefined : await accounts.findByPersonalUrl(site, name);
    const owner = isNumber
      ? await personalRoom(accounts, site, Number(key))
      : account && (await accounts.withProfile(account));
    if (!owner || !hasPersonalRoom(owner)) return undefined;
    return {
      site,
      place: { kind: 'room', owner },
      sessionKey: Number(owner.accessCode),
      session: undefined,
      host: owner,
      people: [],
    };
  }

  return {
    /** @throws NoSuchNumber when there is none; and for any, when too many were wrong */
    async find(site: Site, caller: PhoneCaller, name: string): Promise<CalledMeeting> {
      if (name.length > LONGEST || !counts.mayDial(site, caller.counted)) throw new NoSuchNumber();
      const meeting = await roomOf(site, name);
      if (meeting) return meeting;
      counts.wrongNumber(site, caller.counted);
      throw new NoSuchNumber();
    },

    /**
     * @throws what `entranceByPhone` throws
     * @throws TooManyGuesses when the guesses are used up, right or wrong
     */
    async judge(meeting: CalledMeeting, caller: PhoneCaller, pressed: Pressed): Promise<PhoneEntrance> {
      const { site, sessionKey } = meeting;
      const { pin, password, registrationID } = pressed;
      if (pin !== undefined && !counts.mayTryPin(site, sessionKey)) throw new WrongHostPin();
      const guessed = [pin, password, registrationID].some((code) => code !== undefined);
      try {
        const entrance = entranceByPhone(site, meeting, pressed);
        if (guessed) await guesses.check(site, sessionKey, caller.counted);
        return entrance;
      } catch (error) {
        if (error instanceof WrongHostPin) counts.wrongPin(site, sessionKey);
        const isWrong =
          error instanceof WrongHostPin ||
          error instanceof WrongSessionPassword ||
          error instanceof RegistrationIDInvalid;
        if (isWrong) await guesses.wrong(site, sessionKey, caller.counted);
        throw error;
      }
    },

    /** @throws what `live.enter` throws */
    async enter(
      { site, place, session }: CalledMeeting,
      caller: PhoneCaller,
      { isHost, maySpeak, via }: { readonly isHost: boolean; readonly maySpeak: boolean; readonly via: Via },
    ): Promise<{ readonly stay: Stay; readonly token: string }> {
      const records = isHost && (await willRecordItself(context, site, session));
      const entered = await live.enter(site, place, {
        via,
        name: caller.name ?? site.settings.telephony.publicName,
        email: '',
        isHost,
        ...(!maySpeak && { role: 'LISTENER' as const }),
        agent: caller.agent,
      });
      if (records && session) {
        await beginRecording(context, site, session).catch((error: unknown) =>
          context.log.fault('recordings', error),
        );
      }
      return entered;
    },

    /** The session as it is now. @throws SessionNotFound when it is gone */
    async again({ site, sessionKey }: CalledMeeting): Promise<CalledMeeting> {
      const meeting = await roomOf(site, String(sessionKey));
      if (!meeting) throw new SessionNotFound(sessionKey);
      return meeting;
    },
  };
}
