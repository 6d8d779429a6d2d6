/** The texts of leaving the site for another. */

export const texts = () => ({
  leaving: {
    heading: 'You are leaving the meeting site',
    lead: 'You are being sent to',
    warning: 'Go on only if you know this place.',
    go: (host: string): string => `Go on to ${host}`,
    whole: 'The whole address',
    administrators: 'Administrators: with this origin in urlAPI.backURLs of the site, nobody is asked.',
  },
});
