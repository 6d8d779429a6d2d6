/** Was die Einstellungen auf Deutsch heißen und bewirken. Was hier fehlt, sagt die Deklaration auf Englisch. */

export const settings: Readonly<Record<string, readonly [title: string, meaning: string] | undefined>> = {
  timeZoneID: ['Zeitzone', 'Die Zeitzone neuer Konten und von allem, was keine nennt.'],
  languageID: ['Sprache', 'Die Sprache neuer Konten und der Seiten.'],
  locale: ['Region für Datum und Zahlen', 'Die Region neuer Konten.'],
  partnerID: [
    'Partner-ID',
    'Ein Geheimnis, das Integrationen kennen müssen, um Konten anzulegen. Ohne sie ist das geschlossen.',
  ],
  gsbStatus: ['Haupt- oder Ersatzsystem', 'Ob die Site auf ihrem Ersatzsystem läuft.'],
  hostLimit: ['Hosts höchstens', 'Wie viele Hosts aktiv sein dürfen; 0 ist beliebig.'],
  personalRooms: ['Persönliche Räume für neue Hosts', 'Neue Hosts haben einen persönlichen Raum.'],
  collaborationRooms: [
    'Raumsysteme dürfen sich einwählen',
    'Raumsysteme wählen sich in Sitzungen von Hosts ein, die das dürfen.',
  ],
  'supportedServices.meetingCenter': ['Meetings', 'Die Site hat Meetings.'],
  'supportedServices.trainingCenter': ['Schulungen', 'Die Site hat Schulungen.'],
  'supportedServices.supportCenter': ['Support', 'Die Site hat Supportsitzungen.'],
  'supportedServices.eventCenter': ['Veranstaltungen', 'Die Site hat Veranstaltungen.'],
  'supportedServices.salesCenter': ['Vertrieb', 'Die Site hat Vertriebssitzungen.'],
  meetingTypes: [
    'Sitzungsarten neuer Hosts',
    'Diese Arten bekommt ein neuer Host; die erste ist seine Vorgabe.',
  ],
  sessionTypes: ['Sitzungsarten', 'Was an den Sitzungsarten anders ist als im Katalog.'],
  'pages.iCalendar': ['Kalendereinträge in Mails', 'Einladungen kommen mit einem Kalendereintrag.'],
  'supportAPI.autoLogin': [
    'Anmeldung über die URL-API',
    'Integrationen melden Menschen über die URL-API an und ab (SU, LI, LO); ohne dies tun es nur die Seiten.',
  ],
  eventEnrollment: [
    'Registrierungsformular',
    'Wonach ein Registrierungsformular außer Name und Mail fragt; ohne Felder nach allen.',
  ],
  'branding.displayName': [
    'Anzeigename',
    'Wie die Site auf ihren Seiten, in Mails und Kalendern heißt; leer: bei ihrem Namen.',
  ],
  'branding.accent': [
    'Akzentfarbe',
    'Die Farbe von Schaltflächen und Links, zum Beispiel `#1f5fbf`. Hellere und dunklere Töne entstehen daraus.',
  ],
  'branding.helpURL': ['Hilfeseite', 'Wo man Hilfe findet; der Link steht am Fuß jeder Seite.'],
  'branding.privacyURL': [
    'Datenschutzseite',
    'Was die Site mit dem tut, was sie über Menschen weiß; der Link steht am Fuß jeder Seite.',
  ],
  'accountPasswordCriteria.minLength': ['Kontopasswörter: Mindestlänge', 'So viele Zeichen mindestens.'],
  'accountPasswordCriteria.mixedCase': [
    'Kontopasswörter: Groß- und Kleinbuchstaben',
    'Beides muss vorkommen.',
  ],
  'accountPasswordCriteria.minAlpha': ['Kontopasswörter: Buchstaben mindestens', 'So viele Buchstaben.'],
  'accountPasswordCriteria.minNumeric': ['Kontopasswörter: Ziffern mindestens', 'So viele Ziffern.'],
  'accountPasswordCriteria.minSpecial': [
    'Kontopasswörter: Sonderzeichen mindestens',
    'So viele Zeichen, die weder Buchstabe noch Ziffer sind.',
  ],
  'accountPasswordCriteria.disallow3XRepeatedChar': [
    'Kontopasswörter: kein Zeichen dreimal hintereinander',
    'Auch nicht öfter.',
  ],
  'accountPasswordCriteria.disallowWebTextDynamically': [
    'Kontopasswörter: keine Namen',
    'Weder der Name der Site noch Name, Mail oder Benutzername des Kontos.',
  ],
  'accountPasswordCriteria.disallowList': [
    'Kontopasswörter: verbotene Wörter',
    'Sie dürfen nicht darin stehen, groß oder klein.',
  ],
  'accountPasswordCriteria.disallowReused': [
    'Kontopasswörter: frühere, die nicht wiederkehren',
    'So viele der letzten Passwörter.',
  ],
  'meetingPasswordCriteria.minLength': ['Sitzungspasswörter: Mindestlänge', 'So viele Zeichen mindestens.'],
  'meetingPasswordCriteria.mixedCase': [
    'Sitzungspasswörter: Groß- und Kleinbuchstaben',
    'Beides muss vorkommen.',
  ],
  'meetingPasswordCriteria.minAlpha': ['Sitzungspasswörter: Buchstaben mindestens', 'So viele Buchstaben.'],
  'meetingPasswordCriteria.minNumeric': ['Sitzungspasswörter: Ziffern mindestens', 'So viele Ziffern.'],
  'meetingPasswordCriteria.minSpecial': [
    'Sitzungspasswörter: Sonderzeichen mindestens',
    'So viele Sonderzeichen.',
  ],
  'meetingPasswordCriteria.disallowWebTextSessions': [
    'Sitzungspasswörter: weder Thema noch Name der Site',
    'Beides darf nicht darin stehen.',
  ],
  'meetingPasswordCriteria.disallowWebTextAccounts': [
    'Sitzungspasswörter: kein Name des Hosts',
    'Weder Name noch Mail oder Benutzername des Hosts.',
  ],
  'meetingPasswordCriteria.disallowList': [
    'Sitzungspasswörter: verbotene Wörter',
    'Sie dürfen nicht darin stehen, groß oder klein.',
  ],
  'recordingPasswordCriteria.minLength': [
    'Aufzeichnungspasswörter: Mindestlänge',
    'So viele Zeichen mindestens.',
  ],
  'recordingPasswordCriteria.mixedCase': [
    'Aufzeichnungspasswörter: Groß- und Kleinbuchstaben',
    'Beides muss vorkommen.',
  ],
  'recordingPasswordCriteria.minAlpha': [
    'Aufzeichnungspasswörter: Buchstaben mindestens',
    'So viele Buchstaben.',
  ],
  'recordingPasswordCriteria.minNumeric': [
    'Aufzeichnungspasswörter: Ziffern mindestens',
    'So viele Ziffern.',
  ],
  'recordingPasswordCriteria.minSpecial': [
    'Aufzeichnungspasswörter: Sonderzeichen mindestens',
    'So viele Sonderzeichen.',
  ],
  'recordingPasswordCriteria.disallowWebTextSessions': [
    'Aufzeichnungspasswörter: weder Thema noch Name der Site',
    'Beides darf nicht darin stehen.',
  ],
  'recordingPasswordCriteria.disallowList': [
    'Aufzeichnungspasswörter: verbotene Wörter',
    'Sie dürfen nicht darin stehen, groß oder klein.',
  ],
  lockoutTries: [
    'Falsche Passwörter, bevor ein Konto gesperrt wird',
    'So viele innerhalb der Sperrzeit; 0 sperrt nie.',
  ],
  lockoutMinutes: [
    'Minuten, die ein Konto gesperrt bleibt',
    'So lange zählen falsche Passwörter, und so lange sperren sie.',
  ],
  passwordLifeDays: ['Tage, bis ein Passwort zu ändern ist', '0 heißt nie.'],
  apiTokenDays: [
    'Tage, die ein persönliches Token höchstens gilt',
    'Wer eines anlegt, kann kein späteres Ende wählen.',
  ],
  sessionTicketSeconds: ['Sekunden, die ein Sitzungsticket gilt', 'Danach melden sich Programme neu an.'],
  'security.allMeetingsUnlisted': [
    'Alle Sitzungen sind ungelistet',
    'Keine Sitzung steht in öffentlichen Listen.',
  ],
  'security.allMeetingsPassword': [
    'Alle Sitzungen brauchen ein Passwort',
    'Ohne Passwort wird keine Sitzung geplant.',
  ],
  'security.joinBeforeHost': ['Teilnahme vor dem Host', 'Teilnehmende dürfen vor dem Host hinein.'],
  'security.audioBeforeHost': ['Ton vor dem Host', 'Teilnehmende dürfen vor dem Host an den Ton.'],
  'security.strictMeetingPasswords': [
    'Regeln für Sitzungspasswörter anwenden',
    'Sie gelten für die Passwörter von Sitzungen.',
  ],
  'security.strictUserPassword': [
    'Regeln für Kontopasswörter anwenden',
    'Sie gelten für die Passwörter von Konten.',
  ],
  'security.requireLoginBeforeSiteAccess': [
    'Anmelden, bevor etwas gezeigt wird',
    'Ohne Anmeldung erfährt niemand von einer Sitzung.',
  ],
  'security.firstAttendeeAsPresenter': [
    'Wer zuerst kommt, trägt vor',
    'Der erste Teilnehmende vor dem Host trägt vor, wenn die Sitzung nichts anderes sagt.',
  ],
  'security.changePersonalURL': [
    'Persönliche Adresse ändern',
    'Kontoinhaber dürfen ihre persönliche Adresse ändern.',
  ],
  'security.changeUserName': ['Namen ändern', 'Kontoinhaber dürfen ihren Vor- und Nachnamen ändern.'],
  'security.passwordChangeIntervalOpt': [
    'Passwortwechsel begrenzen',
    'Kontoinhaber ändern ihr Passwort höchstens einmal in der folgenden Zeit.',
  ],
  'security.passwordChangeInterval': [
    'Stunden zwischen zwei Passwortwechseln',
    'So lange muss ein Passwort bleiben.',
  ],
  audioPasswordBySuperAdmin: [
    'Tonpasswörter sind möglich',
    'Der Eigentümer lässt Tonpasswörter zu; es braucht beide Schalter.',
  ],
  audioPasswordBySiteAdmin: [
    'Tonpasswörter',
    'Jede Sitzung mit Passwort bekommt acht Ziffern für das Telefon, wo der Eigentümer es zulässt.',
  ],
  enforceAudioLogin: ['Anrufer nennen ihr Konto', 'Wer sich einwählt, muss sein Konto angeben.'],
  pmrForceLogin: [
    'Persönliche Räume nur mit Anmeldung',
    'Persönliche Räume sind für Menschen mit einem Konto.',
  ],
  'samlSSO.enableSSO': ['Anmeldung über SAML', 'Die Site meldet Menschen über SAML an.'],
  'samlSSO.autoAccountCreation': [
    'Konten bei der ersten Anmeldung anlegen',
    'Wer dem Identitätsanbieter bekannt ist, bekommt ein Konto.',
  ],
  'samlSSO.autoAccountUpdate': [
    'Konten bei jeder Anmeldung aktualisieren',
    'Eine Anmeldung mit neuerem `updateTimeStamp` bringt das Konto auf den Stand.',
  ],
  'samlSSO.profile': ['Wo eine Anmeldung beginnt', 'Hier oder beim Identitätsanbieter.'],
  'samlSSO.idpIssuer': ['Entity-ID des Anbieters', 'Wie sich der Identitätsanbieter nennt.'],
  'samlSSO.idpLoginUrl': ['Anmeldeadresse des Anbieters', 'Wo er Anmeldeanfragen per HTTP-Redirect annimmt.'],
  'samlSSO.idpLogoutUrl': ['Abmeldeadresse des Anbieters', 'Wo er Abmeldungen per HTTP-Redirect annimmt.'],
  'samlSSO.idpCertificates': [
    'Zertifikate des Anbieters',
    'Womit er unterschreibt: PEM oder Base64, zwei während eines Wechsels.',
  ],
  'samlSSO.spIssuer': ['Entity-ID der Site', 'Leer: ihre eigene Adresse.'],
  'samlSSO.nameIDFormat': ['NameID-Format', 'Das Format, nach dem gefragt wird; `unspecified` nimmt jedes.'],
  'samlSSO.authnContextClassRef': [
    'Art der Anmeldung beim Anbieter',
    'Wie man sich dort angemeldet haben muss; leer: danach wird nicht gefragt.',
  ],
  'samlSSO.signAuthnRequests': ['Unsere Anfragen unterschreiben', 'Anmeldeanfragen werden unterschrieben.'],
  'samlSSO.singleLogout': ['Auch dort abmelden', 'Wer sich hier abmeldet, wird beim Anbieter abgemeldet.'],
  'samlSSO.defaultTarget': ['Seite nach der Anmeldung', 'Wohin eine Anmeldung führt, die keine Seite nennt.'],
  'samlSSO.errorUrl': ['Seite nach einem Fehler', 'Dorthin wird gesandt, wer nicht angemeldet werden kann.'],
  'samlSSO.targetParameter': [
    'Formularfeld mit der Seite',
    'Das Feld, das die Seite nennt, wenn der Anbieter beginnt.',
  ],
  'samlSSO.removeUidDomain': [
    'Domäne vom Benutzernamen abschneiden',
    'Für Benutzernamen wie `ada@firma.de`.',
  ],
  'samlSSO.allowSha1': ['SHA-1-Unterschriften annehmen', 'Solche Unterschriften lassen sich fälschen.'],
  'samlSSO.requireEncryption': ['Nur verschlüsselte Aussagen annehmen', 'Andere werden abgelehnt.'],
  'throttling.userOperations': [
    'Aufrufe zu Konten je Minute',
    'Alle Aufrufer der Site zusammen; 0 ist beliebig.',
  ],
  'throttling.meetingWrites': [
    'Änderungen an Sitzungen je Minute',
    'Alle Aufrufer der Site zusammen; 0 ist beliebig.',
  ],
  'throttling.meetingLists': [
    'Listen von Sitzungen je Minute',
    'Alle Aufrufer der Site zusammen; 0 ist beliebig.',
  ],
  'throttling.strangers': [
    'URL-API-Aufrufe eines Fremden je Minute',
    'Von einer Adresse, ohne Anmeldung; 0 ist beliebig.',
  ],
  'throttling.registrations': ['Registrierungen von einer Adresse je Stunde', 'Ohne Konto; 0 ist beliebig.'],
  'throttling.registrationsOfSession': [
    'Registrierungen zu einer Sitzung je Stunde',
    'Ohne Konto; 0 ist beliebig.',
  ],
  'commonIdentity.issuer': [
    'Issuer',
    'Der OpenID-Anbieter einer CI-Site, wie seine Tokens ihn nennen: eine https-Adresse.',
  ],
  'commonIdentity.audience': ['Audience der Zugriffstokens', 'Das `aud`, das ein Token haben muss.'],
  'commonIdentity.clientID': ['Client-ID', 'Der Client, der die Site beim Anbieter ist.'],
  'commonIdentity.clientSecret': ['Client-Secret', 'Sein Geheimnis; ein öffentlicher Client hat keines.'],
  'commonIdentity.trustedClients': ['Weitere Clients', 'Deren Tokens auch angenommen werden.'],
  'commonIdentity.userClaim': [
    'Claim mit dem Konto',
    'Was ein Token über die Person sagt: Benutzername oder Mail des Kontos.',
  ],
  'commonIdentity.introspection': [
    'Anbieter nach Tokens fragen',
    'Damit ein widerrufenes Token nicht mehr gilt.',
  ],
  'commonIdentity.requiredScope': ['Nötiger Scope', 'Ein Scope, den ein Token haben muss.'],
  'commonIdentity.algorithms': ['Angenommene Unterschriften', 'Nie eine mit gemeinsamem Geheimnis.'],
  'commonIdentity.answerWithin': [
    'Millisekunden für den Anbieter',
    'So viel Zeit hat er für eine Anmeldung.',
  ],
  'commonIdentity.network': [
    'Wo der Anbieter sein darf',
    'Was die Administration einer Site als Issuer setzt, wird nur unter öffentlichen Adressen gefragt, bis der Eigentümer es anders sagt.',
  ],
  'scheduling.scheduleOnBehalf': ['Hosts lassen andere für sich planen', 'Wenn sie es erlauben.'],
  'scheduling.inviteLimit': ['Personen einer Sitzung höchstens', 'Eingeladene und Registrierte.'],
  'scheduling.maximumDuration': [
    'Minuten einer Sitzung höchstens',
    'Was auch immer die Sitzungsart erlaubt.',
  ],
  'defaults.emailReminders': ['Erinnerungen per Mail', 'Sitzungen erinnern Host und Teilnehmende.'],
  'defaults.entryExitTone': ['Ton beim Kommen und Gehen', 'Was zu hören ist, wenn jemand kommt oder geht.'],
  'defaults.voip': ['Sprache über das Internet', 'Sitzungen haben Ton über das Internet.'],
  'defaults.openTime': ['Sekunden vor Beginn, ab denen man hinein darf', 'Für Teilnehmende.'],
  'defaults.intlLocalCallIn': ['Einwahlnummern anderer Länder', 'Sitzungen mit Einwahl haben sie.'],
  'telephony.audioOnly': ['Reine Tonsitzungen', 'Hosts dürfen sie planen.'],
  'telephony.defaultTelephonySupport': [
    'Ton einer neuen Sitzung',
    'Wenn sie nichts dazu sagt. Ohne Nummer gibt es keine Einwahl.',
  ],
  'telephony.numPhoneLines': ['Telefonleitungen einer Sitzung', 'Wenn sie nichts dazu sagt.'],
  'telephony.tollNumber': ['Einwahlnummer', 'Die Nummer zum Anrufen.'],
  'telephony.tollFreeNumber': ['Gebührenfreie Einwahlnummer', 'Die kostenlose Nummer zum Anrufen.'],
  'telephony.backupTollNumber': ['Ersatznummer', 'Wenn die erste nicht antwortet.'],
  'telephony.tollLabel': ['Worte vor der Einwahlnummer', 'Was vor der Nummer zu lesen ist.'],
  'telephony.tollFreeLabel': ['Worte vor der gebührenfreien Nummer', 'Was vor der Nummer zu lesen ist.'],
  'telephony.globalCallInNumbers': ['Nummern anderer Länder', 'Land, Nummer und ob sie gebührenfrei ist.'],
  'telephony.globalCallInNumbersURL': ['Seite mit Nummern anderer Länder', 'An Stelle unserer eigenen.'],
  'telephony.tollFreeRestrictionsURL': [
    'Seite über Grenzen gebührenfreier Nummern',
    'Von wo sie nicht erreichbar sind.',
  ],
  'telephony.mpAudio': ['Eigene Konferenzbrücke', 'Sitzungen laufen über eine eigene Brücke.'],
  'telephony.participantAccessCodeLabel': ['Worte vor dem Code der Teilnehmenden', 'Was davor zu lesen ist.'],
  'telephony.subscriberAccessCodeLabel': ['Worte vor dem Code des Hosts', 'Was davor zu lesen ist.'],
  'telephony.publicName': ['Name eines Anrufers ohne Nummer', 'So heißt, wessen Nummer unterdrückt ist.'],
  trackingCodes: ['Zuordnungscodes', 'Bis zu zehn Bezeichnungen für Konten und Sitzungen.'],
  'urlAPI.enforcePost': [
    'Passwörter nur per POST',
    'Ein Aufruf mit Passwort oder Partner-ID muss ein HTTPS-POST sein.',
  ],
  'urlAPI.requireCSRF': [
    'CSRF-Token verlangen',
    'Was etwas ändert, muss das Token tragen, das bei der Anmeldung ausgegeben wurde.',
  ],
  'urlAPI.resultsBy': ['Wie Ergebnisse zur Rückadresse kommen', 'Über eine Seite oder eine Weiterleitung.'],
  'urlAPI.backURLs': [
    'Rückadressen',
    'Ursprünge wie `https://moodle.example.org`, zu denen ohne Frage weitergeleitet wird; `any` ist jeder.',
  ],
  'xmlAPI.strict': ['Unbekannte Elemente ablehnen', 'Statt mit einem Hinweis zu antworten.'],
  'xmlAPI.recordingWindow': ['Tage, die eine Liste von Aufzeichnungen umfasst', 'Höchstens; 0 ist beliebig.'],
  'history.toldDays': ['Tage, die Listen zurückreichen', 'Nach dem Ende einer Sitzung; 0 ist für immer.'],
  'history.keptDays': [
    'Tage, die der Verlauf bleibt',
    'Älteres wird gelöscht und kommt nicht wieder; 0 ist für immer.',
  ],
  'history.keepsChat': [
    'Chat für den Host behalten',
    'So lange wie den Verlauf. Was an eine Person geht, wird nie behalten.',
  ],
  'recordings.inRooms': ['Aufzeichnen in Räumen', 'Hosts dürfen aufzeichnen, wo die Sitzung es erlaubt.'],
  'recordings.quota': [
    'Megabyte für Aufzeichnungen',
    'So viel darf die Site belegen; 0 ist beliebig. Ist es aufgebraucht, beginnt keine Aufzeichnung.',
  ],
};
