/** The texts of labs, for administrators. */
import type { texts as english } from '../en/labs.ts';

export const texts: typeof english = () => ({
  labs: {
    heading: 'Labore',
    lead: 'Hosts reservieren die Computer dieser Labore für ihre Schulungen.',
    none: 'Es gibt noch kein Labor.',
    computers: 'Computer',
    computersOf: (labName: string): string => `Computer von ${labName}`,
    inUse: (count: number): string => `${count} zurzeit in Gebrauch`,
    save: 'Speichern',
    saveOf: (labName: string): string => `Computer von ${labName} speichern`,
    name: 'Name eines neuen Labors',
    add: 'Labor hinzufügen',
    back: 'Zurück zur Übersicht',
  },
});
