import type { texts as english } from '../en/migration.ts';

const NOT_IN_REST = 'hat in REST keine Entsprechung';
const GO_ON = 'Bleiben Sie bei der XML-API';

export const texts: typeof english = {
  // A clause with a verb is a whole one in German: „wenn …“.
  when: (clause) => clause,
  sentences: {
    // What has no equivalent, and what to do.
    'A token takes the place of the session ticket: a personal one from the page of your account, or one of an integration by OAuth.':
      'An die Stelle des Session-Tickets tritt ein Token: ein persönliches von der Seite Ihres Kontos oder das einer Integration über OAuth.',
    'Who has a token and still needs the XML API sends it to AuthenticateUser as `accessToken`, and gets a session ticket.':
      'Wer ein Token hat und die XML-API noch braucht, sendet es als `accessToken` an AuthenticateUser und bekommt ein Session-Ticket.',
    'A token needs no ticket.': 'Ein Token braucht kein Ticket.',
    'A browser that is to be signed in goes to the page of the site, or starts a meeting by the `startLink` of `POST meetings/join`.':
      'Ein Browser, der angemeldet werden soll, geht auf die Seite der Site oder startet ein Meeting mit dem `startLink` von `POST meetings/join`.',
    'Apart from the start of a meeting nothing signs a browser in.':
      'Außer dem Start eines Meetings meldet nichts einen Browser an.',
    'Go on with the XML API where you need it.': `${GO_ON}, wo Sie es brauchen.`,
    'Nothing signs a browser out: a token ends with its own time, or when it is revoked.':
      'Nichts meldet einen Browser ab: Ein Token endet mit seiner Zeit oder wenn es widerrufen wird.',
    'Privileges, the services of an account, postal addresses, picture settings and accounts of a teleconference have no equivalent: they stay with the XML API, on the same account.':
      'Für Berechtigungen, die Dienste eines Kontos, Postadressen, Bildeinstellungen und Telefonkonferenzkonten gibt es keine Entsprechung: Sie bleiben bei der XML-API, am selben Konto.',
    'A card is shown to strangers, too.': 'Eine Karte sehen auch Fremde.',
    'REST answers nobody without a token: go on with the XML API there.': `REST antwortet niemandem ohne Token. ${GO_ON}.`,
    'An account has no password when REST makes it: its holder sets one by the mail that they get.':
      'Ein Konto, das REST anlegt, hat kein Passwort: Wem es gehört, setzt eines über die E-Mail dazu.',
    'PUT replaces the whole: get the person, change what you mean, and put it back.':
      'PUT ersetzt das Ganze: Holen Sie die Person, ändern Sie, was Sie meinen, und schreiben Sie sie zurück.',
    'One call for each person.': 'Ein Aufruf für jede Person.',
    'As with DelUser the account is deactivated, and nothing of it is lost.':
      'Wie bei DelUser wird das Konto deaktiviert, und nichts davon geht verloren.',
    'A time of registration and the filter by `active` have no equivalent: read all, and choose.':
      'Für die Zeit der Registrierung und den Filter nach `active` gibt es keine Entsprechung: Lesen Sie alle, und wählen Sie aus.',
    'Pictures are no matter of REST: go on with the XML API, or set it on the page of the account.': `Bilder sind nicht Sache von REST. ${GO_ON}, oder setzen Sie es auf der Seite des Kontos.`,
    'Templates are read by REST, and made and deleted on the pages of the site or by the XML API.':
      'Vorlagen liest REST; angelegt und gelöscht werden sie auf den Seiten der Site oder mit der XML-API.',
    'REST knows no queues of requests for support: go on with the XML API.': `Warteschlangen für Support-Anfragen kennt REST nicht. ${GO_ON}.`,
    '`greeting`, `location`, `invitation`, the files of a presentation and numbers of a telephone company (`tspConference`) have no equivalent.':
      'Für `greeting`, `location`, `invitation`, Präsentationsdateien und Nummern einer Telefongesellschaft (`tspConference`) gibt es keine Entsprechung.',
    'The calendar links are in the mail, and a file `.ics` lies in it.':
      'Die Kalenderlinks stehen in der E-Mail, mit einer `.ics`-Datei darin.',
    'People who are named in SetMeeting replace those who were invited.':
      'Wer in SetMeeting genannt ist, ersetzt die bisher Eingeladenen.',
    'In REST each is invited or taken off by a call of their own.':
      'In REST wird jede Person mit einem eigenen Aufruf eingeladen oder entfernt.',
    'Those who are invited are at `GET meetingInvitees?meetingId=…`.':
      'Die Eingeladenen liefert `GET meetingInvitees?meetingId=…`.',
    '`startFrom`, `order` and the total of all rows have no equivalent: follow the header `Link` until there is none.':
      'Für `startFrom`, `order` und die Gesamtzahl gibt es keine Entsprechung: Folgen Sie dem Header `Link`, bis keiner mehr kommt.',
    'Without `from` and `to` REST lists the next seven days.':
      'Ohne `from` und `to` listet REST die nächsten sieben Tage.',
    'A list of all hosts at once is not there: ask for each host by `hostEmail`.':
      'Eine Liste aller Gastgeber auf einmal gibt es nicht: Fragen Sie jeden mit `hostEmail` ab.',
    'Send `joinDirectly: false`: without it the answer is a redirect.':
      'Senden Sie `joinDirectly: false`: Sonst ist die Antwort eine Weiterleitung.',
    'Only the host and who holds the meeting with them have a `startLink`.':
      'Einen `startLink` haben nur Gastgeber und wer das Meeting mit ihnen leitet.',
    'A session without pictures is no kind of its own in REST: it is a meeting.':
      'Eine Sitzung ohne Bild ist in REST keine eigene Art: Sie ist ein Meeting.',
    'What the accounts of a teleconference say, and who comes with full or with limited access, stays with the XML API.':
      'Was Telefonkonferenzkonten sagen und wer mit vollem oder eingeschränktem Zugang kommt, bleibt bei der XML-API.',
    'An invitee has a name and an address.': 'Eine eingeladene Person hat Namen und Adresse.',
    'Telephone, company and language have no equivalent; what the XML API has kept of them stays.':
      'Für Telefon, Firma und Sprache gibt es keine Entsprechung; was die XML-API davon aufbewahrt hat, bleibt.',
    'One list of XML is two in REST: people who are invited, and people who have registered.':
      'Eine Liste in XML sind in REST zwei: Eingeladene und Registrierte.',
    'The lead source, its score and the address of the computer have no equivalent.':
      'Für die Herkunft (Lead Source), ihre Punkte und die Adresse des Computers gibt es keine Entsprechung.',
    'What people say after a session is no matter of REST: go on with the XML API.': `Rückmeldungen nach einer Sitzung sind nicht Sache von REST. ${GO_ON}.`,
    'Seven groups of settings of about four hundred are told.':
      'Sieben Gruppen der rund vierhundert Einstellungen sind lesbar.',
    'The others are on the pages of the console, and with GetSite and SetSite.':
      'Die anderen stehen auf den Seiten der Konsole und in GetSite und SetSite.',
    'REST names zones as IANA does (`Europe/Berlin`), and every language has a list of these.':
      'REST nennt Zeitzonen wie die IANA (`Europe/Berlin`), und jede Programmiersprache hat eine Liste davon.',
    'LstTimeZone tells which of its numbers is which zone.':
      'LstTimeZone sagt, welche seiner Nummern welche Zone ist.',
    'What a type can do (its limits and options) has no equivalent, apart from `attendeesCapacity`.': `Was ein Typ kann (Grenzen und Optionen), ${NOT_IN_REST}, außer \`attendeesCapacity\`.`,
    'The version of REST stands in its address (`/v1`), and `/v1/openapi.json` says all of it.':
      'Die Version von REST steht in der Adresse (`/v1`), und `/v1/openapi.json` beschreibt alles.',
    'How people sign in at a site makes no difference for a token.':
      'Wie man sich an einer Site anmeldet, macht für ein Token keinen Unterschied.',
    'The tests of a training and the account of a sales session have no equivalent.':
      'Für Tests einer Schulung und den Kunden einer Vertriebssitzung gibt es keine Entsprechung.',
    'What a program of its own needs to come in (`siteID`, `mzmAddress`, the telephone codes) has no equivalent: REST leads to the page of the meeting.': `Was ein eigenes Programm zum Eintreten braucht (\`siteID\`, \`mzmAddress\`, die Telefoncodes), ${NOT_IN_REST}: REST führt auf die Seite des Meetings.`,
    'A webhook (resource `meetings`, events `started` and `ended`) says the same without being asked.':
      'Ein Webhook (Ressource `meetings`, Ereignisse `started` und `ended`) sagt dasselbe von selbst.',
    'XML looks at 28 days at a time, REST at seven when nothing is said.':
      'XML betrachtet 28 Tage auf einmal, REST ohne Angabe sieben.',
    'The way to the file for a program is `temporaryDirectDownloadLinks` of `GET recordings/{recordingId}`.':
      'Ein Programm kommt mit `temporaryDirectDownloadLinks` von `GET recordings/{recordingId}` an die Datei.',
    'What is shown beside a recording (`playback`) and whether one has to register have no equivalent.':
      'Was neben einer Aufzeichnung gezeigt wird (`playback`) und ob man sich registrieren muss, hat keine Entsprechung.',
    'Title, password and what is shown beside a recording are not changed by REST: go on with the XML API, or with the page of the recording.': `Titel, Passwort und was neben einer Aufzeichnung gezeigt wird, ändert REST nicht. ${GO_ON}, oder nehmen Sie die Seite der Aufzeichnung.`,
    'A training is a meeting in REST.': 'Eine Schulung ist in REST ein Meeting.',
    'Its tests, its reserved computers and its assigned breakout rooms have no equivalent: they stay with the XML API, on the same session.':
      'Für ihre Tests, reservierten Computer und zugeteilten Gruppenräume gibt es keine Entsprechung: Sie bleiben bei der XML-API, an derselben Sitzung.',
    'One day of a series (`repeatSession`) is a meeting with an id of its own: PATCH or DELETE that.':
      'Ein Tag einer Serie (`repeatSession`) ist ein Meeting mit eigener ID: PATCH oder DELETE gilt dieser.',
    'An event is a webinar in REST (`scheduledType: "webinar"`, with the id of its session type).':
      'Ein Event ist in REST ein Webinar (`scheduledType: "webinar"`, mit der ID seines Sitzungstyps).',
    'Programs, the mails that a host words and the fields of an enrolment beyond registration have no equivalent.':
      'Für Programme, selbst verfasste E-Mails und Felder der Anmeldung über die Registrierung hinaus gibt es keine Entsprechung.',
    'How many have enrolled is the number of `GET meetings/{meetingId}/registrants`.':
      'Wie viele sich angemeldet haben, ist die Anzahl aus `GET meetings/{meetingId}/registrants`.',
    'The description of a recording and who spoke in it have no equivalent.':
      'Für die Beschreibung einer Aufzeichnung und wer darin sprach gibt es keine Entsprechung.',
    'Programs group events, and REST does not know them.':
      'Programme fassen Events zusammen, und REST kennt sie nicht.',
    'Go on with the XML API; the events themselves are webinars.': `${GO_ON}; die Events selbst sind Webinare.`,
    'Nothing sends invitations once more.': 'Nichts sendet Einladungen noch einmal.',
    '`sendEmail` decides when a meeting is made, or when somebody is invited: `POST meetingInvitees` with `sendEmail: true` writes to a person.':
      'Darüber entscheidet `sendEmail`, wenn ein Meeting angelegt oder jemand eingeladen wird: `POST meetingInvitees` mit `sendEmail: true` schreibt einer Person.',
    'Pictures of events are no matter of REST: go on with the XML API, or put it on the page of the event.': `Bilder von Events sind nicht Sache von REST. ${GO_ON}, oder setzen Sie es auf der Seite des Events.`,
    'A sales session is a meeting in REST.': 'Eine Vertriebssitzung ist in REST ein Meeting.',
    'Its account, its opportunity and its team are not told; they stay with the session.':
      'Kunde, Verkaufschance und Team sind nicht lesbar; sie bleiben bei der Sitzung.',
    'REST knows no customers: keep them in a CRM, or go on with the XML API.': `Kunden kennt REST nicht: Halten Sie sie in einem CRM. Oder: ${GO_ON}.`,
    'REST knows no opportunities: keep them in a CRM, or go on with the XML API.': `Verkaufschancen kennt REST nicht: Halten Sie sie in einem CRM. Oder: ${GO_ON}.`,
    'REST knows no products: go on with the XML API.': `Produkte kennt REST nicht. ${GO_ON}.`,
    'Sessions of support begin at once and have queues of their own, which REST does not know.':
      'Support-Sitzungen beginnen sofort und haben eigene Warteschlangen, die REST nicht kennt.',
    'Go on with the XML API; a meeting that begins now is `POST meetings`.': `${GO_ON}; ein Meeting, das jetzt beginnt, ist \`POST meetings\`.`,
    'REST wants the site (`siteUrl`), looks at thirty days at most and at the last ninety.':
      'REST verlangt die Site (`siteUrl`) und betrachtet höchstens dreißig Tage, aus den letzten neunzig.',
    'Older rows are told by the XML API.': 'Ältere Zeilen liefert die XML-API.',
    'A row of one meeting is found in the list: there is no filter by `meetingKey`.':
      'Die Zeile eines Meetings findet sich in der Liste: Einen Filter nach `meetingKey` gibt es nicht.',
    'A row of one meeting is found in the list: there is no filter by `sessionKey`.':
      'Die Zeile eines Meetings findet sich in der Liste: Einen Filter nach `sessionKey` gibt es nicht.',
    'One of meeting, number or title has to be named.': 'Meeting, Nummer oder Titel muss genannt sein.',
    'How many have registered has no equivalent.': `Wie viele sich registriert haben, ${NOT_IN_REST}.`,
    'What people wrote when they registered for a recording has no equivalent.': `Was bei der Registrierung für eine Aufzeichnung geschrieben wurde, ${NOT_IN_REST}.`,
    'REST keeps no contacts: keep them where they come from, or go on with the XML API.': `Kontakte bewahrt REST nicht auf: Halten Sie sie dort, wo sie herkommen. Oder: ${GO_ON}.`,
    'A meeting that begins at once is `POST meetings` with a start of now; what it is like is said there each time, or in a template.':
      'Ein Meeting, das sofort beginnt, ist `POST meetings` mit dem jetzigen Zeitpunkt; wie es ist, steht dort jedes Mal oder in einer Vorlage.',
    'REST knows no labs: go on with the XML API.': `Labs kennt REST nicht. ${GO_ON}.`,
    'REST knows no tests: go on with the XML API, on the same session.': `Tests kennt REST nicht. ${GO_ON}, an derselben Sitzung.`,

    // When it is this call, where there are several.
    'a person has granted it, and their browser has come back with a code':
      'wenn eine Person zugestimmt hat und ihr Browser mit einem Code zurückgekommen ist',
    'the host is to start a meeting: `startLink` signs them in':
      'wenn die Gastgeberin oder der Gastgeber ein Meeting starten soll: `startLink` meldet an',
    'somebody asks for themselves': 'wenn jemand für sich selbst fragt',
    'the personal room is wanted': 'wenn der persönliche Raum gefragt ist',
    'the preferences for new meetings are wanted': 'wenn die Vorgaben für neue Meetings gefragt sind',
    'the personal room is wanted, and it is your own or you administer the site':
      'wenn der persönliche Raum gefragt ist und es Ihrer ist oder Sie die Site verwalten',
    'the personal room changes': 'wenn sich der persönliche Raum ändert',
    'somebody may schedule for the account': 'wenn jemand für das Konto planen darf',
    'with `loginEnabled: true`': 'mit `loginEnabled: true`',
    'with `loginEnabled: false`': 'mit `loginEnabled: false`',
    'they are only listed: nothing of REST deletes one':
      'wenn sie nur aufgelistet werden: Gelöscht werden sie mit REST nicht',
    'somebody is invited: a change of the meeting does not name people':
      'wenn jemand eingeladen wird: Eine Änderung des Meetings nennt keine Personen',
    'a client can send no PATCH: what is required (title, start, end) is sent each time':
      'wenn ein Programm kein PATCH senden kann: Was Pflicht ist (title, start, end), wird jedes Mal gesendet',
    'only the number is known': 'wenn nur die Nummer bekannt ist',
    'the addresses for an invitation are wanted': 'wenn die Adressen für eine Einladung gefragt sind',
    'there are several: up to 100 in one call': 'wenn es mehrere sind: bis zu 100 in einem Aufruf',
    'there are several': 'wenn es mehrere sind',
    '`joinStatus` is `ACCEPT`; `reject` and `cancel` are its neighbours':
      'wenn `joinStatus` `ACCEPT` ist; daneben gibt es `reject` und `cancel`',
    'those are wanted who have registered': 'wenn die Registrierten gefragt sind',
    'the person has registered': 'wenn die Person sich registriert hat',
    'the form itself is wanted: what it asks, and how many it takes':
      'wenn das Formular selbst gefragt ist: was es fragt und wie viele es annimmt',
    'only the address of the site is wanted': 'wenn nur die Adresse der Site gefragt ist',
    'the tracking codes are wanted': 'wenn die Tracking-Codes gefragt sind',
    'an administrator wants those of the whole site':
      'wenn die Administration die der ganzen Site sehen will',
    'an administrator looks for a meeting of somebody else by its number':
      'wenn die Administration ein fremdes Meeting nach seiner Nummer sucht',
    'with `meetingType=meeting&state=inProgress`': 'mit `meetingType=meeting&state=inProgress`',
    'an administrator wants those of all hosts':
      'wenn die Administration die aller Gastgeberinnen und Gastgeber sehen will',
    'with `status=deleted`': 'mit `status=deleted`',
    'it is to be shared with people': 'wenn sie mit Personen geteilt werden soll',
    'it is one alone': 'wenn es nur eine ist',
    'somebody is invited': 'wenn jemand eingeladen wird',
    'with `scheduledType=webinar`': 'mit `scheduledType=webinar`',
    'with `serviceType=EventCenter`': 'mit `serviceType=EventCenter`',
    'with `serviceType=MeetingCenter`': 'mit `serviceType=MeetingCenter`',
    'with `serviceType=TrainingCenter`': 'mit `serviceType=TrainingCenter`',
    'with `serviceType=SupportCenter`': 'mit `serviceType=SupportCenter`',
    'the meeting is still running, or has just ended': 'wenn das Meeting noch läuft oder gerade geendet hat',

    // How an element becomes a member.
    'the email address of this account': 'die E-Mail-Adresse dieses Kontos',
    'a list': 'eine Liste',
    'an entry with `type` `work`': 'ein Eintrag mit `type` `work`',
    'an entry with `type` `mobile`': 'ein Eintrag mit `type` `mobile`',
    'the name becomes the id that `GET people?email=…` tells':
      'aus dem Namen wird die ID, die `GET people?email=…` nennt',
    '`TRUE` and `FALSE` become `true` and `false`': 'aus `TRUE` und `FALSE` wird `true` und `false`',
    'a number of minutes': 'eine Anzahl Minuten',
    'at most 100; the header `Link` leads on, and there is no number to start from':
      'höchstens 100; weiter führt der Header `Link`, und eine Anfangsnummer gibt es nicht',
    '2,500 characters become at most 1,300': 'aus 2.500 Zeichen werden höchstens 1.300',
    'a number': 'eine Zahl',
    '`PUBLIC` becomes `true`, `PRIVATE` and `UNLISTED` become `false`':
      'aus `PUBLIC` wird `true`, aus `PRIVATE` und `UNLISTED` wird `false`',
    '`MM/DD/YYYY hh:mm:ss` in the zone of `timeZoneID` becomes ISO 8601, such as `2026-12-01T10:00:00`':
      'aus `MM/DD/YYYY hh:mm:ss` in der Zone von `timeZoneID` wird ISO 8601, etwa `2026-12-01T10:00:00`',
    'the number becomes the name of the zone, such as `Europe/Berlin`; LstTimeZone lists the numbers':
      'aus der Nummer wird der Name der Zone, etwa `Europe/Berlin`; LstTimeZone listet die Nummern',
    'a length in minutes becomes the time of the end: `start` and so many minutes':
      'aus der Länge in Minuten wird die Zeit des Endes: `start` und so viele Minuten',
    'seconds become minutes': 'aus Sekunden werden Minuten',
    '`BEEP`, `ANNOUNCENAME`, `NOTONE` become `beep`, `announceName`, `noTone`':
      'aus `BEEP`, `ANNOUNCENAME`, `NOTONE` wird `beep`, `announceName`, `noTone`',
    '`BEEP`, `ANNOUNCENAME`, `NOTONE` become `Beep`, `AnnounceName`, `NoTone`':
      'aus `BEEP`, `ANNOUNCENAME`, `NOTONE` wird `Beep`, `AnnounceName`, `NoTone`',
    'the elements of `repeat` become one rule of RFC 2445, such as `FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE;COUNT=10`':
      'aus den Elementen von `repeat` wird eine Regel nach RFC 2445, etwa `FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE;COUNT=10`',
    '`CALLIN` and `CALLBACK` become `webexAudio`, `OTHER` becomes `other`, `NONE` becomes `none` (or `VoIP`, where there is sound by computer)':
      'aus `CALLIN` und `CALLBACK` wird `webexAudio`, aus `OTHER` wird `other`, aus `NONE` wird `none` (oder `VoIP`, wo es Ton über den Computer gibt)',
    'ten numbered elements become a list of name and value; the names are those of `GET meetings/trackingCodes`':
      'aus zehn nummerierten Elementen wird eine Liste von Name und Wert; die Namen sind die von `GET meetings/trackingCodes`',
    '`HOST` (an alternate host) becomes `true`': 'aus `HOST` (wer das Meeting mit leitet) wird `true`',
    'the key becomes the id of the meeting: `GET meetings?meetingNumber=…` finds it':
      'aus dem Schlüssel wird die ID des Meetings: `GET meetings?meetingNumber=…` findet es',
    'the same digits, as a text': 'dieselben Ziffern, als Text',
    '`MM/DD/YYYY hh:mm:ss` in the zone of the request becomes ISO 8601 with an offset, such as `2026-12-01T09:00:00Z`':
      'aus `MM/DD/YYYY hh:mm:ss` in der Zone der Anfrage wird ISO 8601 mit Abstand zu UTC, etwa `2026-12-01T09:00:00Z`',
    'the number becomes the id that `GET meetings/{meetingId}/registrants` tells':
      'aus der Nummer wird die ID, die `GET meetings/{meetingId}/registrants` nennt',
    'the number becomes the id that `GET meetingInvitees?meetingId=…` tells':
      'aus der Nummer wird die ID, die `GET meetingInvitees?meetingId=…` nennt',
    '`INPROGRESS` is `inProgress`; `NOT_INPROGRESS` is `active` or `expired` of a series, `scheduled`, `ready`, `ended` or `missed` of one occurrence':
      '`INPROGRESS` ist `inProgress`; `NOT_INPROGRESS` ist bei einer Serie `active` oder `expired`, bei einem Termin `scheduled`, `ready`, `ended` oder `missed`',
    'the number becomes the id of 32 letters and digits that `GET recordings` tells':
      'aus der Nummer wird die ID aus 32 Buchstaben und Ziffern, die `GET recordings` nennt',
    'an invitee with `panelist: true`': 'eine eingeladene Person mit `panelist: true`',
    'the number is the end of the id of the instance, behind `_I_`':
      'die Nummer ist das Ende der ID der Instanz, hinter `_I_`',
  },
};
