/** GetJoinSessionInfo: what a client needs to join a session whose password it knows. */

import { needsNoPassword } from '../../policies/session.ts';
import { RuleBroken } from '../../refusal.ts';
import { asAt } from '../../sessions/as-occurrence.ts';
import type { EnableOption } from '../../sessions/documents/enable-options.ts';
import { relationOf, STRANGER } from '../../sessions/relation.ts';
import { SessionNotFound, WrongSessionPassword } from '../../sessions/session.ts';
import { TooManyGuesses } from '../../throttle/guesses.ts';
import { RateLimitReached } from '../../throttle/throttle.ts';
import { bool, complex, long, optional, optionals, required, text } from '../../xml/schema.ts';
import { anybodyOnTheSite } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { emailAsked } from '../types/email.ts';
import { ep } from '../types/namespaces.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { telephonyType, telephonyValue } from '../types/session/session-telephony.ts';
import { byNumber, isToldBeside, opens } from './get-session-info.ts';

/** The options that this answer tells, in its order. */
const TOLD = [
  'chat',
  'poll',
  'attendeeList',
  'fileShare',
  'presentation',
  'applicationShare',
  'desktopShare',
  'webTour',
  'annotation',
  'importDocument',
  'saveDocument',
  'printDocument',
  'pointer',
  'switchPage',
  'fullScreen',
  'thumbnail',
  'zoom',
  'copyPage',
  'faxIntoMeeting',
  'multiVideo',
  'voip',
] as const satisfies readonly EnableOption[];

export const getJoinSessionInfo = operation({
  service: epService,
  name: 'GetJoinSessionInfo',
  level: '5.5',
  summary: 'Returns what a client needs to join a session; its password, name and address are given.',
  may: anybodyOnTheSite,
  throttled: 'never',
  refuses: [RuleBroken, SessionNotFound, WrongSessionPassword, TooManyGuesses, RateLimitReached],
  request: body(epService, 'getJoinSessionInfo', {
    sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }),
    sessionPassword: optional(text({ secret: true })),
    attendeeName: text({ max: 256 }),
    attendeeEmail: text(),
  }),
  response: body(epService, 'getJoinSessionInfoResponse', {
    siteID: long(),
    confID: long(),
    confName: text(),
    attendeeID: long(),
    mzmAddress: text(),
    mccAddress: text(),
    enableOptions: optional(complex(ep, 'enableOptionsType', optionals(TOLD, bool()))),
    telephony: optional(telephonyType),
  }),
  samples: { sessionPassword: 'demo1234', attendeeName: 'Anna Arnold', attendeeEmail: 'anna@example.com' },
  async run(call, { sessionKey, sessionPassword, attendeeName, attendeeEmail }) {
    const { site } = call;
    const { sessions, links } = call.app;
    const email = emailAsked('attendeeEmail', attendeeEmail);
    const caller = await call.visitor();
    const found = await byNumber(call, caller, {
      look: () => sessions.required(site, sessionKey),
      isTold: (session) => isToldBeside(call, session, sessionPassword),
    });
    const session = asAt(await sessions.withDocument(found), call.app.clock.now());
    const relation = caller ? await relationOf(sessions, session, caller) : STRANGER;
    const open =
      needsNoPassword(relation) || !session.passwordRequired || (await opens(call, session, sessionPassword));
    if (!open) throw new WrongSessionPassword(sessionKey);
    const known = (await sessions.attendeesOf(session)).find(
      (one) => one.email.toLowerCase() === email.toLowerCase(),
    );
    return {
      siteID: site.siteID,
      confID: session.confID,
      confName: session.confName,
      // Somebody who was not invited has no number until they come in.
      attendeeID: known?.attendeeID ?? 0,
      mzmAddress: links.join(site, sessionKey, { attendeeName, attendeeEmail: email }),
      mccAddress: links.join(site, sessionKey, { attendeeName, attendeeEmail: email }),
      enableOptions: Object.fromEntries(TOLD.map((name) => [name, session.document.enableOptions[name]])),
      telephony: telephonyValue(session.document.telephony, site),
    };
  },
});
