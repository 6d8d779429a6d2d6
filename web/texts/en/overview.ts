/** The texts of the sessions of a site, for its administrators. */

export const texts = () => ({
  overview: {
    heading: (siteName: string): string => `Sessions of ${siteName}`,
    running: 'Running now',
    next: 'Next',
    noneRunning: 'No session is running.',
    none: 'Nothing is planned.',
    noneHint: 'Sessions that hosts schedule on this site show up here.',
    more: 'There are more sessions than these.',
    queues: 'Support queues',
    home: 'Back to your own page',
    labs: 'Labs and their computers',
  },
});
