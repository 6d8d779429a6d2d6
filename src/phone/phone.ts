/**
 * Takes calls: by SIP from trusted proxies on the local network, into the sound of sessions and personal rooms. What a
 * caller may is judged like what a browser may; digest, TLS and the open Internet are the proxy's.
 */

import { networksOf } from '../caller-address.ts';
import type { Context } from '../context.ts';
import { openPrompts } from './audio/prompts.ts';
import { Call, type CallOutcome } from './call/call.ts';
import { type Dialled, dialledBy } from './call/dialled.ts';
import { type CalledMeeting, NoSuchNumber, openFrontDesk } from './call/front-desk.ts';
import { callerOf } from './call/phone-caller.ts';
import type { PhoneSettings } from './phone-settings.ts';
import { keyOfInfo } from './rtp/digits.ts';
import { NoPortLeft, openSoundPort } from './rtp/ports.ts';
import { answerOf, offerOf, type Sound, soundIn } from './rtp/sdp.ts';
import { SoundStream } from './rtp/sound-stream.ts';
import { openSipPort } from './sip/sip-port.ts';
import { openUserAgent, type SipInvitation } from './sip/user-agent.ts';
import type { Endpoint } from './sip/via.ts';
import { systemTimers, type Timers } from './timers.ts';
import { openVoices, type Voices } from './voices/voices.ts';

export interface Phone {
  /** Where proxies call. */
  readonly endpoint: Endpoint;
  /** Ends every call. */
  close(): Promise<void>;
}

export interface PhoneParts {
  readonly context: Context;
  readonly settings: PhoneSettings;
  readonly timers?: Timers;
  /** What carries the voices. */
  readonly voices?: Pick<Voices, 'line' | 'close'>;
}

/** Invitations that are answered in a second: whoever sends more is asked to come later. */
const PACE = 30;
const LATER = { status: 503, reason: 'Service Unavailable', headers: [['Retry-After', '5']] } as const;
const NOT_FOUND = { status: 404, reason: 'Not Found' } as const;
const NOT_ACCEPTABLE = { status: 488, reason: 'Not Acceptable Here' } as const;

/** @throws Error when the port cannot be listened on, or a recording cannot be used */
export async function openPhone(parts: PhoneParts): Promise<Phone> {
  const { context, settings, timers = systemTimers } = parts;
  const { log, random, sites } = context;
  const report = (error: unknown) => log.fault('phone', error);
  const prompts = await openPrompts(settings.prompts);
  const voices = parts.voices ?? openVoices({ engine: context.media.name, report });
  const desk = openFrontDesk(context);
  const mayReach = networksOf(settings.proxies);
  const calls = new Map<Call, Promise<void>>();
  const turns = { second: 0, invitations: 0, port: random.bytes(2).readUInt16BE() };
  /** Invitations that are being looked at, which may become calls. */
  let arriving = 0;
  let closing = false;

  const port = await openSipPort(
    settings.listen,
    (datagram, source) => {
      if (!mayReach(source.address)) return;
      port.localTo(source).then((local) => agent.receive(datagram, source, local), report);
    },
    report,
  );
  const agent = openUserAgent({
    timers,
    send: port.send,
    random: () => random.bytes(12).toString('hex'),
    mayReach,
    invited(invitation) {
      if (closing || isTooQuick()) {
        invitation.refuse(LATER);
        return;
      }
      if (calls.size + arriving >= settings.calls) {
        invitation.refuse({ status: 486, reason: 'Busy Here' });
        return;
      }
      arriving += 1;
      answer(invitation)
        .catch((error) => {
          report(error);
          invitation.refuse({ status: 500, reason: 'Server Internal Error' });
        })
        .finally(() => {
          arriving -= 1;
        });
    },
  });

  function isTooQuick(): boolean {
    const second = Math.floor(timers.now() / 1000);
    if (second !== turns.second) Object.assign(turns, { second, invitations: 0 });
    turns.invitations += 1;
    return turns.invitations > PACE;
  }

  async function answer(invitation: SipInvitation): Promise<void> {
    const { offer, called, request } = invitation;
    const sound = offer === undefined ? undefined : soundIn(offer);
    if (offer !== undefined && !isUsable(sound)) {
      invitation.refuse(NOT_ACCEPTABLE);
      return;
    }
    const dialled = await dialledBy(sites, called);
    if (!dialled) {
      invitation.refuse(NOT_FOUND);
      return;
    }
    const caller = callerOf(request);
    let meeting: CalledMeeting | undefined;
    try {
      meeting = dialled.room === undefined ? undefined : await desk.find(dialled.site, caller, dialled.room);
    } catch (error) {
      if (!(error instanceof NoSuchNumber)) throw error;
      invitation.refuse(NOT_FOUND);
      return;
    }
    try {
      await accept(invitation, sound, dialled, meeting);
    } catch (error) {
      if (!(error instanceof NoPortLeft)) throw error;
      invitation.refuse({ status: 486, reason: 'Busy Here' });
    }
  }

  /** Sound goes to proxies and their relays alone, and comes from there. */
  function isUsable(sound: Sound | undefined): sound is Sound {
    return sound !== undefined && (!sound.hears || mayReach(sound.address));
  }

  async function accept(
    invitation: SipInvitation,
    offered: Sound | undefined,
    dialled: Dialled,
    meeting: CalledMeeting | undefined,
  ): Promise<void> {
    turns.port += 1;
    const socket = await openSoundPort(settings.listen.address, settings.ports, turns.port);
    if (!invitation.isOpen || closing) {
      socket.close();
      invitation.refuse(LATER);
      return;
    }
    const own = {
      address: invitation.local.address,
      port: socket.address().port,
      session: random.bytes(4).readUInt32BE(),
      version: 0,
    };
    const describe = (sound: Sound | undefined) => {
      own.version += 1;
      return sound ? answerOf(own, sound) : offerOf(own);
    };
    const caller = callerOf(invitation.request);
    let call: Call | undefined;
    let stream: SoundStream | undefined;

    function begin(sound: Sound): void {
      stream = new SoundStream(sound, {
        // Whoever is gone is missed soon enough.
        send: (datagram, to) => socket.send(datagram, to.port, to.address, () => {}),
        mayReach,
        now: timers.now,
        pressed: (key) => call?.pressed(key),
        source: random.bytes(4).readUInt32BE(),
        sequence: random.bytes(2).readUInt16BE(),
        timestamp: random.bytes(4).readUInt32BE(),
      });
      const { take } = { take: stream.take.bind(stream) };
      socket.on('message', (datagram, { address, port: from }) => take(datagram, { address, port: from }));
      socket.on('error', report);
      call = new Call({
        context,
        desk,
        timers,
        prompts,
        voices,
        caller,
        dialled,
        meeting,
        stream,
        hangUp: () => leg.hangUp(),
      });
      const begun = call;
      const run = begun
        .run()
        .then((outcome) => tell(outcome), report)
        .finally(() => {
          socket.close();
          calls.delete(begun);
        });
      calls.set(begun, run);
    }

    function tell(outcome: CallOutcome): void {
      log.call({ site: dialled.site.siteName, session: meeting?.sessionKey, outcome });
    }

    const leg = invitation.accept(describe(offered), {
      confirmed(answered) {
        if (stream) return;
        const sound = offered ?? soundIn(answered ?? '');
        if (isUsable(sound) && !closing) begin(sound);
        else {
          socket.close();
          leg.hangUp();
        }
      },
      offered(offer) {
        const sound = offer === undefined ? undefined : soundIn(offer);
        if (offer !== undefined && !isUsable(sound)) return undefined;
        if (sound) stream?.change(sound);
        return describe(sound);
      },
      informed(type, text) {
        const key = keyOfInfo(type, text);
        if (key !== undefined) call?.pressed(key);
        return key !== undefined;
      },
      ended() {
        if (call) call.end('hung up');
        else socket.close();
      },
    });
  }

  return {
    endpoint: port.endpoint,

    async close() {
      if (closing) return;
      closing = true;
      const running = [...calls];
      for (const [call] of running) call.end('lost');
      await Promise.all(running.map(([, run]) => run));
      await agent.close();
      await Promise.all([port.close(), voices.close()]);
    },
  };
}
