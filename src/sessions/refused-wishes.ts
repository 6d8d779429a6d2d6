/** What a wish is refused for, whoever makes it and by which protocol, in a new session and in one that is changed. */
import { RuleBroken } from '../refusal.ts';
import { TooManyAttendees } from './attendee.ts';
import {
  HostNotFound,
  SchedulingNotPermitted,
  SessionPasswordRequired,
  SessionTypeNotSupported,
} from './session.ts';

export const REFUSED_WISHES = [
  RuleBroken,
  HostNotFound,
  SchedulingNotPermitted,
  SessionPasswordRequired,
  SessionTypeNotSupported,
  TooManyAttendees,
] as const;
