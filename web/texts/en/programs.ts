/** The texts of programs of events. */

export const texts = () => ({
  program: {
    heading: 'Program',
    events: 'Events',
    none: 'No event is planned now. Look again later.',
    more: 'There are more events than fit here.',
  },
  programs: {
    heading: 'Programs of events',
    yours: 'Programs',
    none: 'There is no program yet.',
    noneHint: 'A program gathers events that belong together on one page. Make the first one here.',
    number: (id: string): string => `Number ${id}`,
    statuses: { PUBLIC: 'Public', PRIVATE: 'With an account', UNLISTED: 'Unlisted' },
    change: 'Change',
    changeName: (name: string): string => `Change ${name}`,
    end: 'End',
    endName: (name: string): string => `End ${name}`,
    make: 'Make a program',
    save: 'Save',
    name: 'Name',
    status: 'Who sees it',
    description: 'What it is about',
    expected: 'Expected enrolment',
    budget: 'Budget',
    after: 'Page after enrolment',
    home: 'Back to your sessions',
  },
});
