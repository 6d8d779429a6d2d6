/** The texts of the installation’s own page. */

export const texts = () => ({
  welcome: {
    heading: 'Which site do you meet on?',
    lead: 'Your site has a name of its own. It stands in the links that you were sent.',
    siteName: 'Name of the site',
    example: 'acme',
    submit: 'Go to the site',
  },
});
