/** The words of the overview. */
export const texts = {
  title: 'Overview',
  running: 'Running now',
};
