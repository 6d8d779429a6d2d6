/** The texts of signing in. */

export const texts = () => ({
  signInPage: {
    lead: 'Welcome back. Sign in to start and schedule meetings.',
    userName: 'User name',
    password: 'Password',
    forgot: 'Forgot your password?',
    identityProvider: 'Sign in with your organisation',
    or: 'or',
    signedOut: 'You are signed out.',
    passwordChanged: 'Your password is changed. Sign in with the new one.',
    noWay: 'Nobody can sign in here by a form. Use the link that you were sent.',
  },
});
