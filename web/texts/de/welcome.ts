/** The texts of the installation’s own page. */
import type { texts as english } from '../en/welcome.ts';

export const texts: typeof english = () => ({
  welcome: {
    heading: 'Auf welcher Site treffen Sie sich?',
    lead: 'Ihre Site hat einen eigenen Namen. Er steht in den Links, die Sie bekommen haben.',
    siteName: 'Name der Site',
    example: 'acme',
    submit: 'Zur Site',
  },
});
