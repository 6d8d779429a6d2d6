/** The texts of the page with somebody's own meetings. */

export const texts = () => ({
  meetings: {
    heading: 'Your meetings',
    schedule: 'Schedule a meeting',
    which: 'Which meetings',
    views: { upcoming: 'Upcoming', recurring: 'Recurring', past: 'Past', recorded: 'Recorded' },
    search: 'Search by title',
    find: 'Search',
    all: 'Show all',
    none: {
      upcoming: 'Nothing is planned.',
      recurring: 'No meeting of yours recurs.',
      past: 'No meeting is over yet.',
      recorded: 'Nothing has been recorded yet. Record a meeting from its room under “More”.',
    },
    noneFound: (name: string): string => `No meeting begins with “${name}”.`,
    before: 'Previous page',
    after: 'Next page',
    pages: 'Pages',
    done: { cancelled: 'The meeting is cancelled. Everybody who was invited is told.' },
  },
});
