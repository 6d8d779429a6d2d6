/** The texts of what another page has sent somebody here for. */
/** What the commands of the URL API do, for whoever another page has sent here. */

const WISHES = new Map([
  ['p.php LI', 'Sign you out, and somebody else in'],
  ['p.php LO', 'Sign you out'],
  ['p.php EU', 'Change your account'],
  ['p.php AC', 'Let an account in'],
  ['p.php IN', 'Shut an account out'],
  ['m.php SM', 'Schedule a meeting'],
  ['m.php IM', 'Start a meeting now'],
  ['m.php SS', 'Start a support session now'],
  ['m.php EM', 'Change a meeting'],
  ['m.php DM', 'Delete a meeting'],
  ['m.php HM', 'Begin a meeting as its host'],
  ['m.php AA', 'Add attendees to a meeting'],
  ['m.php DA', 'Take attendees off a meeting'],
  ['m.php AP', 'Add presenters to a meeting'],
  ['m.php DP', 'Take presenters off a meeting'],
  ['m.php RM', 'Register for a meeting'],
  ['m.php EN', 'Register for a meeting'],
  ['m.php CR', 'Open or close the registration of a meeting'],
  ['w.php SO', 'Set up your One-Click meeting'],
  ['w.php CO', 'Start your One-Click meeting'],
  ['w.php KM', 'End a running meeting'],
]);

export const texts = () => ({
  confirm: {
    heading: 'Do you want this?',
    lead: 'Another page has sent you here to do this as you:',
    wish: (command: string): string => WISHES.get(command) ?? command,
    warning: 'If you did not ask for it, stay here: nothing has been done.',
    go: 'Do it',
    stay: 'Do nothing',
  },
});
