/** The texts of files that are being brought. */
import type { texts as english } from '../en/uploads.ts';

export const texts: typeof english = () => ({
  uploads: {
    choose: 'Aufzeichnung auswählen',
    drop: 'oder hier ablegen.',
    uploads: 'Uploads',
    progress: (name: string): string => `Upload von ${name}`,
    waiting: 'Wartet auf den vorigen',
    of: (sent: string, all: string): string => `${sent} von ${all}`,
    saving: 'Wird gespeichert …',
    done: 'Fertig',
    aborted: 'Abgebrochen. Nichts davon bleibt erhalten.',
    cancel: 'Abbrechen',
    cancelName: (name: string): string => `Upload von ${name} abbrechen`,
    again: 'Noch einmal versuchen',
    againName: (name: string): string => `${name} noch einmal hochladen`,
    dismiss: 'Schließen',
    dismissName: (name: string): string => `Meldung zu ${name} schließen`,
  },
});
