/** The texts of calling in by telephone. */
import type { texts as english } from '../en/call-in.ts';

export const texts: typeof english = () => ({
  callIn: {
    heading: 'Per Telefon einwählen',
    labels: { toll: 'Einwahlnummer', tollFree: 'Gebührenfreie Nummer', other: 'Telefonnummer' },
    accessCode: 'Nummer und Zugangscode',
    copy: 'Nummer kopieren',
    numbers: 'Telefonnummern',
    none: 'Diese Site hat keine Telefonnummern.',
    how: 'Rufen Sie eine dieser Nummern an, und geben Sie dann den Zugangscode ein.',
  },
});
