import type { texts as english } from '../en/diagnosis.ts';

interface Place {
  readonly element?: string | undefined;
  readonly parent?: string | undefined;
}

function named({ element }: Place): string {
  return element === undefined ? 'ein Element' : `<${element}>`;
}

function placed(place: Place): string {
  return place.parent === undefined ? named(place) : `${named(place)} in <${place.parent}>`;
}

/** Of whom something is said: „Das Konto …“. */
function account(webExID: string | undefined): string {
  return webExID === undefined ? 'Das Konto' : `Das Konto „${webExID}“`;
}

function ofAccount(webExID: string | undefined): string {
  return webExID === undefined ? 'des Kontos' : `des Kontos „${webExID}“`;
}

/** What the caller was told, which is English everywhere. */
function quoted(rule: string | undefined): string {
  return rule === undefined ? '.' : `: „${rule}“.`;
}

export const texts: typeof english = {
  causes: {
    noSuchAccount: ({ webExID }) => `Die Site hat kein Konto „${webExID}“.`,
    wrongPassword: ({ webExID }) => `Das Passwort ${ofAccount(webExID)} ist falsch.`,
    wrongSessionTicket: 'Das Session-Ticket ist unbekannt, abgelaufen oder wurde beendet.',
    unknownWebExID: 'Die Site hat kein Konto mit dieser webExID.',
    credentialsMissing: ({ element }) =>
      `In <securityContext> fehlt <${element}>: Es ist nicht gesagt, wer anfragt.`,
    sessionTicketNotSupported: 'Für diese Operation reicht ein Session-Ticket nicht aus.',
    wrongAccessToken: 'Das Zugriffstoken weist nicht nach, wer anfragt.',
    providerRefused: 'Der Identitätsanbieter der Site hat das Gesendete nicht angenommen.',
    assertionRefused: 'Die SAML-Assertion wurde nicht angenommen.',
    accountLocked: ({ webExID }) => `${account(webExID)} ist gesperrt: Es kamen zu oft falsche Passwörter.`,
    accountInactive: ({ webExID }) => `${account(webExID)} ist deaktiviert.`,
    accountExpired: ({ webExID }) => `${account(webExID)} ist abgelaufen.`,
    passwordExpired: ({ webExID }) => `Das Passwort ${ofAccount(webExID)} ist abgelaufen.`,
    notAllowed: ({ webExID }) =>
      webExID === undefined ? 'Wer angefragt hat, darf das nicht.' : `„${webExID}“ darf das nicht.`,
    tooManyCalls: 'Es kamen mehr Anfragen, als die Site in einer Minute erlaubt.',
    tooManyGuesses: 'Von dieser Adresse oder zu dieser Sitzung kamen zu viele falsche Passwörter.',
    noSuchCommand: 'Die Seite hat keinen Befehl dieses Namens (AT).',
    postRequired: 'In der Adresse steht ein Passwort oder eine Partner-ID. Das nimmt die Site nicht an.',
    csrfMissing: 'In der Anfrage fehlt das CSRF-Token der angemeldeten Person.',
    wrongPartnerID: 'Die Partner-ID (PID) ist nicht die der Site, oder die Site hat keine.',
    autoLoginOff: 'Die Site lässt nicht zu, dass Programme jemanden anmelden.',
    noSiteInAddress: 'Die Adresse nennt keine Site.',
    noSuchPage: 'Unter dieser Adresse gibt es keine Seite.',
    noSuchSite: ({ site }) =>
      site === undefined
        ? 'Es gibt keine Site mit diesem Namen oder dieser Nummer.'
        : `Es gibt keine Site „${site}“.`,
    siteMissing: 'Die Nachricht nennt keine Site, und der Host, an den sie ging, auch nicht.',
    sitesDisagree: '<siteName> und <siteID> nennen zwei verschiedene Sites.',
    siteClosed: ({ site }) =>
      site === undefined ? 'Die Site ist geschlossen.' : `Die Site „${site}“ ist geschlossen.`,
    noSuchOperation: ({ operation }) => `Es gibt keine Operation „${operation}“.`,
    operationMissing: ({ rule }) => `Die Nachricht nennt keine Operation${quoted(rule)}`,
    unreadable: ({ rule }) => `Die Nachricht ist nicht lesbar${quoted(rule)}`,
    elementMissing: ({ rule, ...place }) => `Es fehlt ${placed(place)}${quoted(rule)}`,
    elementMisplaced: ({ foundIn, ...place }) =>
      `Es fehlt ${placed(place)}. In der Nachricht steht es in <${foundIn}>, wo es nicht hingehört.`,
    elementMisspelt: ({ found, ...place }) =>
      `Es fehlt ${placed(place)}. In der Nachricht steht <${found}>, das niemand kennt.`,
    elementUnknown: ({ element, parent }) =>
      `${element === undefined ? 'Ein Element' : `<${element}>`} gehört nicht ${parent === undefined ? 'zur Anfrage' : `zu <${parent}>`}, und die Site lehnt Unbekanntes ab (xmlAPI.strict).`,
    elementTooOften: ({ rule, ...place }) => `Zu oft in der Nachricht steht ${placed(place)}${quoted(rule)}`,
    notInList: (place) => `Der Wert ist keiner aus der Liste von ${placed(place)}.`,
    noSuchDate: (place) => `Der Wert ist kein Datum, das es gibt: ${placed(place)}.`,
    ruleBroken: ({ rule, ...place }) =>
      `Der Wert verletzt eine Regel: ${placed(place)}${rule === undefined ? '' : ` „${rule}“`}.`,
    tooLong: ({ rule, ...place }) =>
      `Der Wert ist zu lang: ${placed(place)}${rule === undefined ? '' : ` „${rule}“`}.`,
    passwordNotAccepted: ({ rule }) => `Das neue Passwort wird nicht angenommen${quoted(rule)}`,
    fault: 'Das ist ein Fehler von Parlance, nicht der Anfrage.',
    refused: ({ reason }) => `Die Anfrage wurde abgelehnt${quoted(reason)}`,
  },
  mends: {
    sendAccountOfSite: 'Senden Sie die webExID eines Kontos dieser Site, oder legen Sie das Konto erst an.',
    sendRightPassword:
      'Senden Sie das richtige <password>. Die Administration kann einen Link für ein neues schicken. Mehrere falsche sperren das Konto für eine Weile.',
    getSessionTicket:
      'Holen Sie mit AuthenticateUser ein neues, und verwenden Sie es höchstens 5400 Sekunden lang.',
    lookUpWebExID: 'Schlagen Sie die webExID nach: in der Konsole bei den Benutzern oder mit LstsummaryUser.',
    sendCredentials: 'Senden Sie <webExID> mit <password> oder <sessionTicket>, oder <webExAccessToken>.',
    sendPassword: 'Senden Sie das <password> des Kontos.',
    getAccessToken:
      'Holen Sie ein neues Token vom OpenID-Anbieter der Site, und prüfen Sie, dass Aussteller und Zielgruppe (issuer, audience) die der Einstellungen sind.',
    lookAtProvider: 'Sehen Sie beim Identitätsanbieter nach: Sein eigenes Protokoll nennt den Grund.',
    compareAssertion:
      'Vergleichen Sie sie mit den Einstellungen der Site zur einmaligen Anmeldung: Aussteller, Zielgruppe, Zertifikat und Uhr.',
    waitOrUnlock: 'Warten Sie, bis die Sperre abläuft, oder heben Sie sie in der Konsole auf.',
    activateAccount: 'Aktivieren Sie es wieder, in der Konsole oder mit SetUser (active).',
    extendAccount: 'Geben Sie dem Konto ein späteres Ablaufdatum.',
    setPassword: 'Setzen Sie ein neues Passwort.',
    callAsAnother: 'Fragen Sie mit einem Konto an, das es darf: Die Seite der Operation sagt, welches.',
    callLessOften:
      'Fragen Sie seltener an, oder erhöhen Sie die Grenze in den Einstellungen der Site (throttling).',
    waitAndSendPassword: 'Warten Sie einige Minuten, und senden Sie das richtige Passwort.',
    sendCommand: 'Senden Sie einen der Befehle der Seite.',
    sendByPost: 'Senden Sie die Anfrage als POST mit einem Formular (urlAPI.enforcePost).',
    sendCsrf: 'Senden Sie das CSRF-Token, das LI ausgegeben hat (urlAPI.requireCSRF).',
    sendPartnerID: 'Senden Sie die Partner-ID aus den Einstellungen der Site (partnerID).',
    switchAutoLoginOn: 'Schalten Sie in den Einstellungen der Site supportAPI.autoLogin ein.',
    putSiteIntoAddress: 'Setzen Sie den Namen einer Site in die Adresse ein: /<siteName>/…',
    callAddressOf: ({ site }) => `Rufen Sie /${site}/… auf: Wahrscheinlich war diese Site gemeint.`,
    compareAddress: 'Vergleichen Sie die Adresse mit dem Handbuch.',
    sendSite:
      'Senden Sie den Namen einer Site dieser Installation als <siteName> oder ihre Nummer als <siteID>.',
    sendThatSite: ({ site }) =>
      `Senden Sie <siteName>${site}</siteName>: Wahrscheinlich war diese Site gemeint.`,
    nameSite: 'Senden Sie <siteName> oder <siteID> in <securityContext>.',
    sendOneSite: 'Senden Sie nur eines von beiden, oder beide von derselben Site.',
    reopenSite: 'Wem die Installation gehört, kann sie in der Konsole wieder öffnen.',
    nameOperation: 'Nennen Sie in xsi:type eine der Operationen des Handbuchs.',
    sendThatOperation: ({ operation }) =>
      `Senden Sie xsi:type="${operation}": Wahrscheinlich war diese Operation gemeint.`,
    sendBodyContent: 'Senden Sie <serv:message> mit <body><bodyContent xsi:type="…"> darin.',
    writeXml:
      'Schreiben Sie die Nachricht als wohlgeformtes XML: jedes Element geschlossen, & und < maskiert.',
    leaveDoctypeOut: 'Lassen Sie die DOCTYPE weg: Entitäten sind nicht nötig und werden nicht angenommen.',
    sendLess: 'Senden Sie weniger in einer Nachricht, oder mehrere Nachrichten.',
    nestLess: 'Verschachteln Sie die Elemente weniger tief.',
    sendFewerElements: 'Senden Sie weniger Elemente in einer Nachricht.',
    sendFewerAttributes: 'Senden Sie weniger Attribute.',
    sendUtf8: 'Senden Sie UTF-8, und nennen Sie es in der XML-Deklaration oder gar nichts.',
    sendMessage: 'Senden Sie die Nachricht als Inhalt eines POST oder als Feld XML eines Formulars.',
    sendValue: (place) => `Senden Sie ${named(place)} mit einem Wert darin.`,
    moveElement: ({ element }) => `Setzen Sie <${element}> an seinen Platz.`,
    moveElementInto: ({ element, into }) => `Setzen Sie <${element}> in <${into}>.`,
    writeInstead: ({ element, found }) => `Schreiben Sie <${element}> statt <${found}>.`,
    leaveElementOut: ({ element }) => `Lassen Sie <${element}> weg.`,
    sendLessOften: (place) => `Senden Sie ${named(place)} seltener.`,
    sendWordOfList: ({ allowed, rule }) => {
      if (allowed.length > 0) return `Senden Sie eines von diesen: ${allowed.join(', ')}.`;
      return rule === undefined
        ? 'Senden Sie eines der Wörter aus dem Handbuch.'
        : `Senden Sie eines von diesen${quoted(rule)}`;
    },
    sendThatWord: ({ word }) => `Senden Sie ${word}: Wahrscheinlich war dieses Wort gemeint.`,
    sendDay: 'Senden Sie einen Tag des Kalenders als MM/DD/YYYY HH:mm:ss, etwa 02/28/2027 15:30:00.',
    changeValue: (place) => `Ändern Sie den Wert: ${named(place)}.`,
    sendShorter: (place) => `Senden Sie einen kürzeren Wert: ${named(place)}.`,
    keepPasswordRules:
      'Senden Sie ein Passwort nach den Regeln der Site: Die Konsole zeigt sie bei den Einstellungen (passwordCriteria).',
    lookUpFault: 'Suchen Sie die Nummer der Anfrage im Protokoll des Servers: Dort steht der ganze Fehler.',
    readManual: 'Das Handbuch sagt, wann das geantwortet wird und was die Operation braucht.',
  },
};
