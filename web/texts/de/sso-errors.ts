/** What went wrong at single sign-on, in plain words. */
import type { texts as english } from '../en/sso-errors.ts';

const SSO_ERRORS = new Map([
  [1, 'Die Anmeldenachricht entspricht nicht dem Protokoll.'],
  [2, 'Die Anmeldenachricht sagt nicht, wer Sie sind.'],
  [3, 'Sie haben auf dieser Site kein Konto.'],
  [4, 'Der Site fehlt das Zertifikat Ihres Identitätsanbieters.'],
  [5, 'Die Anmeldenachricht muss per POST gesendet werden.'],
  [6, 'Die gesendete Anmeldenachricht ist beschädigt.'],
  [7, 'Single Sign-On ist für diese Site nicht eingeschaltet.'],
  [8, 'Das Zertifikat in der Anmeldenachricht ist nicht das, das diese Site kennt.'],
  [9, 'Die Single-Sign-On-Einstellungen dieser Site sind nicht lesbar.'],
  [10, 'Die Anmeldenachricht ist für eine andere Site bestimmt.'],
  [11, 'Ihr Identitätsanbieter ist nicht erreichbar.'],
  [12, 'Ihr Identitätsanbieter hat die Anmeldenachricht nicht herausgegeben.'],
  [13, 'Die Anmeldenachricht ist ungültig.'],
  [14, 'Die Anmeldenachricht ist für jemand anderen bestimmt.'],
  [15, 'Das Zertifikat Ihres Identitätsanbieters ist abgelaufen.'],
  [16, 'Ihr Konto ist gesperrt.'],
  [17, 'Ihr Konto ist abgelaufen.'],
  [18, 'Ihr Konto ist abgeschaltet.'],
  [19, 'Die Anmeldenachricht ist abgelaufen oder noch nicht gültig.'],
  [20, 'Die Anmeldenachricht ist nicht signiert.'],
  [21, 'Mit Ihrer Rolle dürfen Sie diese Site nicht nutzen.'],
  [22, 'Das gesendete Sicherheitstoken ist ungültig.'],
  [23, 'Die Signatur der Anmeldenachricht ist falsch.'],
  [24, 'Die Anmeldenachricht kommt von einem Identitätsanbieter, dem diese Site nicht vertraut.'],
  [25, 'Die Anmeldenachricht nennt Sie in einer Form, die diese Site nicht annimmt.'],
  [26, 'Die Anfrage an Ihren Identitätsanbieter konnte nicht gestellt werden.'],
  [27, 'Die Anfrage, Sie abzumelden, konnte nicht gestellt werden.'],
  [28, 'Die Anmeldenachricht antwortet nicht auf das, was diese Site gefragt hat.'],
  [29, 'Die Antwort Ihres Identitätsanbieters ist ungültig.'],
  [30, 'Die Anfrage Ihres Identitätsanbieters ist ungültig.'],
  [31, 'Ihr Konto konnte nicht angelegt werden.'],
  [32, 'Ihr Konto konnte nicht aktualisiert werden.'],
]);

export const texts: typeof english = () => ({
  ssoError: (number: number): string | undefined => SSO_ERRORS.get(number),
});
