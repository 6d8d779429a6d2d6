/** Was die Scopes der REST-Schnittstelle einem Programm erlauben, in Worten. */
import type { texts as english } from '../en/scopes.ts';

const WORDS = new Map([
  ['meeting:schedules_read', 'Ihre Meetings und die Eingeladenen sehen'],
  ['meeting:schedules_write', 'Ihre Meetings ansetzen, ändern und absagen'],
  ['meeting:recordings_read', 'Ihre Aufzeichnungen sehen und herunterladen'],
  ['meeting:recordings_write', 'Ihre Aufzeichnungen ändern und löschen'],
  ['meeting:transcripts_read', 'Die Transkripte Ihrer Meetings lesen'],
  ['meeting:transcripts_write', 'Die Transkripte Ihrer Meetings ändern und löschen'],
  ['meeting:summaries_read', 'Die Zusammenfassungen Ihrer Meetings lesen'],
  ['meeting:summaries_write', 'Die Zusammenfassungen Ihrer Meetings ändern und löschen'],
  ['meeting:preferences_read', 'Ihre Vorlieben und Ihren persönlichen Raum sehen'],
  ['meeting:preferences_write', 'Ihre Vorlieben und Ihren persönlichen Raum ändern'],
  ['meeting:participants_read', 'Sehen, wer an Ihren Meetings teilnimmt'],
  ['meeting:participants_write', 'In Ihren Meetings Leute einlassen, stummschalten und entfernen'],
  ['meeting:controls_read', 'Sehen, wie Ihre laufenden Meetings stehen: gesperrt, aufgezeichnet'],
  ['meeting:controls_write', 'Ihre laufenden Meetings sperren und aufzeichnen'],
  ['spark:people_read', 'Namen und E-Mail-Adressen der Leute auf dieser Site sehen'],
  ['spark:kms', 'Für sich allein nichts; gehört zu jedem Token'],
  ['spark:all', 'Alles, was Sie selbst dürfen, auch über die XML-API'],
  ['meeting:admin_schedule_read', 'Die Meetings aller auf dieser Site sehen'],
  ['meeting:admin_schedule_write', 'Die Meetings aller auf dieser Site ansetzen, ändern und absagen'],
  ['meeting:admin_recordings_read', 'Die Aufzeichnungen aller auf dieser Site sehen und herunterladen'],
  ['meeting:admin_recordings_write', 'Die Aufzeichnungen aller auf dieser Site ändern und löschen'],
  ['meeting:admin_transcripts_read', 'Die Transkripte aller auf dieser Site lesen'],
  ['meeting:admin_preferences_read', 'Die Vorlieben aller auf dieser Site sehen'],
  ['meeting:admin_preferences_write', 'Die Vorlieben aller auf dieser Site ändern'],
  ['meeting:admin_participants_read', 'Sehen, wer an welchem Meeting dieser Site teilnimmt'],
  ['meeting:admin_config_read', 'Sehen, wie diese Site eingerichtet ist'],
  ['meeting:admin_config_write', 'Ändern, wie diese Site eingerichtet ist'],
  ['meeting:group_meeting_read', 'Die Meetings von Gruppen auf dieser Site sehen'],
  ['meeting:group_meeting_write', 'Die Meetings von Gruppen auf dieser Site ansetzen, ändern und absagen'],
  ['spark-admin:people_read', 'Alle Konten dieser Site sehen'],
  ['spark-admin:people_write', 'Konten dieser Site anlegen, ändern und deaktivieren'],
  ['spark-compliance:meetings_read', 'Die Meetings aller auf dieser Site zur Prüfung lesen'],
  ['spark-compliance:meetings_write', 'Die Meetings aller auf dieser Site zur Prüfung ändern und löschen'],
]);

export const texts: typeof english = () => ({
  scope: (name) => WORDS.get(name) ?? name,
});
