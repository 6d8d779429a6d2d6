/** The mails about one session, for its host and for everybody else. */
import type { AccountWithProfile } from '../accounts/account.ts';
import { type Attendee, isPanelist } from '../sessions/attendee.ts';
import type { Session, SessionWithDocument } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import type { CalendarMethod, CalendarPerson } from './calendar-file.ts';
import type { NewMail } from './message.ts';
import { type OwnMailName, ownMail } from './own-mails.ts';
import { oneLine } from './plain.ts';
import { displayNameOf, hostPerson, nameOf, personOf } from './session-mail.ts';
import { type SiteText, wordsIn } from './site-texts.ts';
import type { Details, Recipient, Sketch } from './sketch.ts';
import type { MailKind } from './texts.ts';
import { toldHost, toldSession, toldSite } from './told.ts';

export interface LetterAbout {
  readonly site: Site;
  readonly session: SessionWithDocument;
  readonly host: AccountWithProfile;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The series that the session is an exception to. */
  readonly series?: Session | undefined;
  /** What the site says in its own words. */
  readonly siteTexts?: readonly SiteText[];
}

export class Letter {
  readonly about: LetterAbout;
  readonly #told: Omit<Sketch, 'to' | 'kind' | 'details'>;

  /** @param from the address that mail comes from */
  constructor(about: LetterAbout, from: string) {
    const { site, session, host, now, series } = about;
    this.about = about;
    this.#told = {
      site: toldSite(site),
      session: toldSession(session),
      host: toldHost(host),
      now,
      series: series && { eventID: series.eventID },
      from,
    };
  }

  invitations(attendees: readonly Attendee[]): NewMail[] {
    return attendees.flatMap((attendee) =>
      this.toAttendees([attendee], invitationOf(attendee, this.about.session), 'REQUEST'),
    );
  }

  /** Each recipient stands alone in their calendar file. */
  toAttendees(
    attendees: readonly Attendee[],
    kind: MailKind,
    method?: CalendarMethod,
    { name, ...details }: { readonly name?: OwnMailName; readonly at?: number | undefined } = {},
  ): NewMail[] {
    const { isSent, hasCalendar, words } = ownMail(this.about.session.document, kind, name);
    if (!isSent) return [];
    return attendees.map((attendee) =>
      this.to(
        {
          name: oneLine(displayNameOf(attendee)),
          address: attendee.email,
          languageID: attendee.details.languageID,
          timeZoneID: attendee.details.timeZoneID,
        },
        kind,
        {
          ...details,
          ...(words && { words }),
          // The file has a way in, and whoever waits was sent none before.
          method: hasCalendar && attendee.joinStatus !== 'REGISTER' ? method : undefined,
          people: [personOf(attendee)],
          ...(WITH_REGISTER_ID.has(kind) &&
            attendee.joinStatus === 'ACCEPT' && { registerID: attendee.registerID ?? undefined }),
          ...(attendee.joinStatus === 'REGISTER' && { isWaiting: true }),
          ...(isSpeaker(attendee, this.about.session) && {
            isSpeaker: true,
            isPanelist: isPanelist(attendee),
            registerID: attendee.registerID ?? undefined,
          }),
        },
      ),
    );
  }

  /** @param at the start of the occurrence that it is about */
  toHost(kind: MailKind, method: CalendarMethod, people: readonly CalendarPerson[], at?: number): NewMail {
    const { host } = this.about;
    return this.to(hostRecipient(host), kind, { method, people: [hostPerson(host), ...people], at });
  }

  to(to: Recipient, kind: MailKind, details: Details = {}): NewMail {
    const { site, session, siteTexts = [] } = this.about;
    const siteWords = wordsIn(siteTexts, kind, to.languageID);
    return {
      site: site.id,
      sessionKey: session.sessionKey,
      kind,
      sketch: { ...this.#told, to, kind, details: siteWords ? { ...details, siteWords } : details },
    };
  }
}

/** Whoever has been let in comes in by their number. */
const WITH_REGISTER_ID: ReadonlySet<MailKind> = new Set([
  'registrationAccepted',
  'attendeeReminder',
  'update',
]);

function invitationOf(attendee: Attendee, session: Session): MailKind {
  if (attendee.role === 'HOST') return 'alternateHost';
  if (isPanelist(attendee)) return 'panelist';
  return isSpeaker(attendee, session) ? 'presenter' : 'invitation';
}

/** The panel of an event, and the presenters of a training session. */
function isSpeaker(attendee: Attendee, { service }: Session): boolean {
  return isPanelist(attendee) || (attendee.role === 'PRESENTER' && service === 'TrainingCenter');
}

export function hostRecipient(host: AccountWithProfile): Recipient {
  const { email: address, timeZoneID, profile } = host;
  return { name: nameOf(host), address, languageID: profile.languageID, timeZoneID };
}
