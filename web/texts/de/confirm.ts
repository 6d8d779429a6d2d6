/** The texts of what another page has sent somebody here for. */
import type { texts as english } from '../en/confirm.ts';

/** What the commands of the URL API do, for whoever another page has sent here. */
const WISHES = new Map([
  ['p.php LI', 'Sie abmelden und jemand anderen anmelden'],
  ['p.php LO', 'Sie abmelden'],
  ['p.php EU', 'Ihr Konto ändern'],
  ['p.php AC', 'Ein Konto freigeben'],
  ['p.php IN', 'Ein Konto sperren'],
  ['m.php SM', 'Ein Meeting planen'],
  ['m.php IM', 'Jetzt ein Meeting starten'],
  ['m.php SS', 'Jetzt eine Support-Sitzung starten'],
  ['m.php EM', 'Ein Meeting ändern'],
  ['m.php DM', 'Ein Meeting löschen'],
  ['m.php HM', 'Ein Meeting als Host beginnen'],
  ['m.php AA', 'Teilnehmende zu einem Meeting hinzufügen'],
  ['m.php DA', 'Teilnehmende von einem Meeting entfernen'],
  ['m.php AP', 'Vortragende zu einem Meeting hinzufügen'],
  ['m.php DP', 'Vortragende von einem Meeting entfernen'],
  ['m.php RM', 'Sie für ein Meeting registrieren'],
  ['m.php EN', 'Sie für ein Meeting registrieren'],
  ['m.php CR', 'Die Registrierung für ein Meeting öffnen oder schließen'],
  ['w.php SO', 'Ihr One-Click-Meeting einrichten'],
  ['w.php CO', 'Ihr One-Click-Meeting starten'],
  ['w.php KM', 'Ein laufendes Meeting beenden'],
]);

export const texts: typeof english = () => ({
  confirm: {
    heading: 'Möchten Sie das?',
    lead: 'Eine andere Seite hat Sie hierher geschickt, um in Ihrem Namen dies zu tun:',
    wish: (command: string): string => WISHES.get(command) ?? command,
    warning: 'Wenn Sie das nicht wollten, bleiben Sie hier: Es ist noch nichts geschehen.',
    go: 'Ausführen',
    stay: 'Nichts tun',
  },
});
