/** The texts of the page of a personal room. */
import type { texts as english } from '../en/personal-room.ts';

export const texts: typeof english = () => ({
  room: {
    of: (name: string): string => `Persönlicher Raum von ${name}`,
    number: 'Meeting-Nummer',
    isOpen: 'Das Meeting läuft',
    isLocked: 'Der Raum ist abgeschlossen',
    isClosed: 'Noch ist niemand da',
    join: 'Raum betreten',
    start: 'Meeting starten',
    hostSignIn: 'Ist das Ihr Raum? Melden Sie sich an, um zu beginnen',
  },
});
