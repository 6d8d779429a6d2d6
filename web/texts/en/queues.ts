/** The texts of support queues, for administrators. */

export const texts = () => ({
  queues: {
    heading: 'Support queues',
    lead: 'Your user management assigns the agents and managers of support to these queues, by AssignWebACDQueues. The site keeps who serves which one; it hands out no requests by itself.',
    all: 'Queues of this site',
    none: 'There is no queue yet.',
    noneHint: 'Make the first one here.',
    people: (count: number): string =>
      count === 0 ? 'Nobody serves it' : count === 1 ? 'One person serves it' : `${count} people serve it`,
    remove: 'Remove',
    removeName: (name: string): string => `Remove ${name}`,
    make: 'Make a queue',
    name: 'Name',
    problems: {
      name: 'The name needs a visible character, and 128 characters at most.',
      taken: 'There is a queue of that name already.',
      full: 'The site has as many queues as it may have. Remove one first.',
    },
    back: 'Back to the sessions',
  },
});
