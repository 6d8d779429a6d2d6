/** Sessions. */
import { AttendeeNotFound, TooManyAttendees } from '../../sessions/attendee.ts';
import {
  AlternateHostNotFound,
  HostNotFound,
  SchedulingNotPermitted,
  SessionInProgress,
  SessionNotFound,
  SessionPasswordRequired,
  SessionTypeNotSupported,
  WrongSessionPassword,
} from '../../sessions/session.ts';
import { TooManyGuesses } from '../../throttle/guesses.ts';
import { type Exception, exception } from './exception.ts';

export const sessionExceptions = {
  meetingRefused: exception(
    '040007',
    'Alternate host is unknown',
    'client',
    'CreateMeeting, SetMeeting: an alternate host has no account.',
    [AlternateHostNotFound],
  ),
  meetingNotFound: exception(
    '060001',
    'Corresponding Meeting not found',
    'recorded',
    'No session of that key that the caller may see.',
    [SessionNotFound],
  ),
  meetingInProgress: exception(
    '060002',
    'Meeting is in progress',
    'client',
    'DelMeeting, SetMeeting on a running meeting.',
    [SessionInProgress],
  ),
  hostNotFound: exception(
    '060019',
    'Host WebEx ID does not exist',
    'client',
    'CreateMeeting, SetMeeting: schedule/hostWebExID is unknown.',
    [HostNotFound],
  ),
  schedulingNotPermitted: exception(
    '060021',
    'Scheduling for this host is not permitted',
    'client',
    'CreateMeeting, SetMeeting for another host; GethosturlMeeting of one who has withdrawn the permission.',
    [SchedulingNotPermitted],
  ),
  meetingPasswordRequired: exception(
    '060026',
    'Meeting password must not be null',
    'recorded',
    'The site asks for a password on every meeting.',
    [SessionPasswordRequired],
  ),
  sessionTypeNotSupported: exception(
    '060901',
    'The session type is not supported',
    'ours',
    'CreateMeeting, SetMeeting: the site or the host does not have that type.',
    [SessionTypeNotSupported],
  ),
  attendeeNotFound: exception(
    '060902',
    'Corresponding attendee not found',
    'ours',
    'An attendee that is named is on no session that the caller may change.',
    [AttendeeNotFound],
  ),
  tooManyAttendees: exception(
    '060903',
    'The session has too many attendees',
    'ours',
    'More people than the site allows (1000 by default).',
    [TooManyAttendees],
  ),
  wrongSessionPassword: exception(
    '060919',
    'The session password is wrong',
    'ours',
    'GetJoinSessionInfo: the session has a password, and this is not it.',
    [WrongSessionPassword],
  ),
  tooManyGuesses: exception(
    '060930',
    'Too many wrong session passwords',
    'ours',
    'GetSessionInfo, GetJoinSessionInfo: ten wrong passwords for the session from one address in 15 minutes, or a hundred from everywhere. The right one is refused too, until they are over.',
    [TooManyGuesses],
  ),
} as const satisfies Record<string, Exception>;
