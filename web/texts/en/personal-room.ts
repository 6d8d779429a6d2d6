/** The texts of the page of a personal room. */

export const texts = () => ({
  room: {
    of: (name: string): string => `Personal room of ${name}`,
    number: 'Meeting number',
    isOpen: 'The meeting is in progress',
    isLocked: 'The room is locked',
    isClosed: 'Nobody is there yet',
    join: 'Enter the room',
    start: 'Start a meeting',
    hostSignIn: 'Is this your room? Sign in to start',
  },
});
