/** room.php: the room of a meeting, for whoever has come into it by HM, JM and their like. */
import type { FastifyReply } from 'fastify';
import { type Results, redirect, report } from '../browser/answer.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { aboutSession } from '../browser/meetings/about-session.ts';
import { byNumber } from '../browser/meetings/by-number.ts';
import { type OwnStay, ownStay } from '../browser/meetings/own-stay.ts';
import { recordingOf } from '../browser/meetings/recording-of.ts';
import { roomTokensOf } from '../browser/meetings/room-cookie.ts';
import { devicesAsked, sessionView } from '../browser/meetings/session-view.ts';
import { isToldBeside } from '../browser/meetings/shown-beside.ts';
import {
  findMeeting,
  isKnown,
  mayLook,
  meetingInside,
  type VisitedMeeting,
} from '../browser/meetings/visited-meeting.ts';
import { ownFormField } from '../browser/own-form.ts';
import type { Form } from '../browser/pages/form.ts';
import { ROOM_DEEDS } from '../browser/pages/room-page.ts';
import type { EndedPage } from '../browser/pages/session-pages.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { type Asked, address, key, text, word } from '../browser/parameters/parameter.ts';
import { Refused } from '../browser/reasons.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';
import { NotInRoom, RULES, type Stay } from '../live/live.ts';
import { entryTerms } from '../policies/admission.ts';
import { mayGiveFeedback } from '../policies/feedback.ts';
import { fitting } from '../policies/media.ts';
import { toldPassword } from '../policies/room.ts';
import { linkForAttendees } from '../sessions/session-links.ts';
import { deedOf, doDeed } from './room/deeds.ts';
import { mediaGrant } from './room/media-grant.ts';
import { recordingSeen } from './room/recording-seen.ts';
import { photosIn, roomState } from './room/room-state.ts';
import { toneOf } from './room/tone-of.ts';

export const ROOM = {
  MK: key('the meeting'),
  AT: text('the command that led here: it is told to the back URL'),
  BU: address('where the result is told when the room is left'),
  DO: word('what is done', ['SHOW', ...ROOM_DEEDS]),
  PERSON: text('whom it is done to'),
  RULE: word('which rule is allowed or forbidden', RULES),
  BREAKOUT: key('into which breakout room somebody is put; 0 is the main room'),
};

/** A visit to the room: which meeting, and what it reports to when it is left. */
interface RoomCall extends PageCall {
  readonly parameters: Asked<typeof ROOM>;
  readonly sessionKey: number;
}

export async function roomPhp(call: PageCall): Promise<FastifyReply> {
  const parameters = parametersOf(call.request, ROOM);
  const sessionKey = parameters.MK;
  if (sessionKey === undefined) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  const room: RoomCall = { ...call, parameters, sessionKey };
  const own = await ownStay(call, sessionKey);
  if (!own && roomTokensOf(call, sessionKey).length > 0) return elsewhere(room);
  if (!own) return redirect(call, call.folder.page('m.php', { AT: 'JM', ...fieldsOf(room) }));
  if (call.request.method === 'POST') return act(room, own);
  return shown(room, own);
}

/** What somebody does in the room: DO. Only the browser of the stay has its cookie, and sends it from our pages alone. */
async function act(room: RoomCall, { stay, token }: OwnStay): Promise<FastifyReply> {
  const { context, site, sessionKey, parameters } = room;
  const { DO: wanted = 'SHOW', PERSON: person = '', RULE: rule = '', BREAKOUT: breakout } = parameters;
  if (wanted !== 'SHOW') {
    const deed = deedOf(wanted);
    if (!deed) throw new Refused('UnknownATCommand');
    const { session } = await meetingInside(room, sessionKey);
    if (!deed.may(stay, session)) return show(room, { page: 'error', status: 403, problem: 'AccessDenied' });
    const fits = fitting(site, session);
    try {
      // Whoever ends what is another's is named for it.
      await browserSessionOf(room);
      await doDeed(deed, {
        live: context.live,
        site,
        sessionKey,
        session,
        stay,
        token,
        person,
        rule,
        breakout,
        fits,
      });
    } catch (error) {
      // Whoever has gone meanwhile is shown how.
      if (!(error instanceof NotInRoom)) throw error;
    }
    if (deed.ends) return over(room, stay, deed.ends);
  }
  return redirect(room, room.folder.page('room.php', fieldsOf(room)));
}

async function shown(room: RoomCall, own: OwnStay): Promise<FastifyReply> {
  const { stay } = own;
  switch (stay.state) {
    case 'IN':
      return roomPage(room, own);
    case 'WAITING':
      return lobbyPage(room);
    case 'EXPELLED':
      return over(room, stay, 'expelled');
    case 'REFUSED':
      return over(room, stay, 'refused');
    default:
      return over(room, stay, stay.state === 'LEFT' ? 'left' : 'ended');
  }
}

async function roomPage(room: RoomCall, { stay, token }: OwnStay): Promise<FastifyReply> {
  const { context, site, sessionKey, folder } = room;
  const page = await context.live.presence.beginPage(site, token);
  await context.signals.forget(stay);
  const state = await context.live.state(site, sessionKey);
  if (page === undefined || !state) return over(room, stay, 'ended');
  const meeting = await meetingInside(room, sessionKey);
  return show(room, {
    page: 'room',
    session: await sessionView(room, meeting, true),
    room: {
      ...roomState(site, meeting.session, state, stay, await photosIn(room, state)),
      ...(await recordingSeen(room, meeting, state.run, stay)),
    },
    events: folder.address('events.php', { MK: String(sessionKey), FOR: 'room', PAGE: String(page) }),
    deed: { action: folder.address('room.php'), fields: fieldsOf(room) },
    media: {
      grant: await mediaGrant(room, meeting, state, stay),
      renew: folder.address('grant.php'),
      MK: sessionKey,
      you: stay.publicId,
      post: folder.address('signal.php'),
      page,
      picturesAtOnce: context.media.can.pictures,
    },
    recorder: folder.address('recording.php'),
    chat: {
      post: folder.address('chat.php'),
      last: await context.chat.lastOf(state.run),
      isKept: site.settings.history.keepsChat,
    },
    tone: toneOf(site, meeting.session),
    invite: inviteLink(room, meeting),
    invited: entryTerms(site, meeting.session),
    password: (toldPassword(stay) && meeting.session?.document.password) || undefined,
    ended: folder.address('room.php', fieldsOf(room)),
  });
}

async function lobbyPage(room: RoomCall): Promise<FastifyReply> {
  const { folder, sessionKey } = room;
  const meeting = await meetingInside(room, sessionKey);
  return show(room, {
    page: 'waiting',
    session: await sessionView(room, meeting, false),
    waitsFor: 'admission',
    events: folder.address('events.php', { MK: String(sessionKey), FOR: 'room' }),
    next: form(room, 'SHOW'),
    leave: form(room, 'LEAVE'),
    devices: devicesAsked(room, meeting),
  });
}

/** Where others come in by: without a password in it. */
function inviteLink({ context, site }: RoomCall, meeting: VisitedMeeting): string {
  return meeting.session
    ? context.links.session(site, linkForAttendees(meeting.session))
    : context.links.personalRoom(site, meeting.host);
}

/** The stay is over: the back URL hears of it, or the page says so. */
async function over(room: RoomCall, stay: Stay, why: EndedPage['why']): Promise<FastifyReply> {
  const { sessionKey, parameters } = room;
  const { AT: command = '' } = fieldsOf(room);
  const { BU } = parameters;
  if (BU !== undefined) {
    const results: Results =
      why === 'expelled' || why === 'refused'
        ? [
            ['AT', command],
            ['ST', 'FAIL'],
            ['RS', 'AccessDenied'],
          ]
        : [
            ['AT', command],
            ['ST', 'SUCCESS'],
          ];
    return report(room, BU, results);
  }
  const meeting = await findMeeting(room, sessionKey);
  return show(room, {
    page: 'ended',
    session: meeting && (await sessionView(room, meeting, false)),
    why,
    again: meeting && why === 'left' ? again(room, stay) : undefined,
    about: meeting && aboutSession(room, meeting, 'has been there'),
    recording: meeting && (why === 'ended' || why === 'left') ? await recordingOf(room, meeting) : undefined,
    feedback: meeting && (await feedbackOf(room, meeting)),
    home: room.folder.address(''),
    at: room.request.method === 'POST' ? room.folder.address('room.php', fieldsOf(room)) : undefined,
  });
}

/** The stay as it is now, whose end may have come just before. */
async function feedbackOf(room: RoomCall, { session }: VisitedMeeting): Promise<EndedPage['feedback']> {
  const own = await ownStay(room, room.sessionKey);
  if (!own || !mayGiveFeedback(session, own.stay)) return undefined;
  if (await room.context.feedback.hasGiven(own.stay)) return 'given';
  const fields = { MK: String(room.sessionKey), ...ownFormField(room) };
  return { action: room.folder.address('feedback.php'), fields };
}

/**
 * To go in again by itself would put the visitor out in the other browser, and that one this one. The cookie proves
 * nothing any more, and may be made up: it tells of no meeting that its bearer could not find.
 */
async function elsewhere(room: RoomCall): Promise<FastifyReply> {
  const meeting = (await mayLook(room))
    ? await byNumber(room, {
        look: () => findMeeting(room, room.sessionKey),
        isTold: (named) => isToldBeside(room, named, {}),
      })
    : undefined;
  const isShown = meeting !== undefined && (await isKnown(room, meeting));
  return show(room, {
    page: 'ended',
    session: isShown ? await sessionView(room, meeting, false) : undefined,
    why: 'elsewhere',
    again: {
      action: room.folder.address('m.php'),
      fields: { ...fieldsOf(room), ...ownFormField(room) },
    },
    home: room.folder.address(''),
  });
}

/** Nobody types their name twice, or is asked again for an address; who has an account is known by it. */
function again({ folder, sessionKey }: RoomCall, { account, name, email }: Stay): string {
  const who: Record<string, string> =
    account !== null ? {} : email === '' ? { AN: name, ASKED: '1' } : { AN: name, AE: email };
  return folder.address('m.php', { AT: 'JM', MK: String(sessionKey), ...who });
}

function form(room: RoomCall, deed: string): Form {
  return { action: room.folder.address('room.php'), fields: { ...fieldsOf(room), DO: deed } };
}

function fieldsOf({ sessionKey, parameters }: RoomCall): Record<string, string> {
  // A command that leads into a room, and nothing else, is repeated to the back URL.
  const asked = parameters.AT?.toUpperCase() ?? '';
  const AT = /^[A-Z]{2}$/.test(asked) ? asked : 'JM';
  const { BU } = parameters;
  return { MK: String(sessionKey), AT, ...(BU !== undefined && { BU }) };
}
