/** What went wrong at single sign-on, in plain words. */

/** The single sign-on errors 1 to 32. */
export const SSO_ERRORS = new Map([
  [1, 'The sign-in message does not follow the protocol.'],
  [2, 'The sign-in message does not say who you are.'],
  [3, 'You have no account on this site.'],
  [4, 'The site has no certificate of your identity provider.'],
  [5, 'The sign-in message has to be posted.'],
  [6, 'The posted sign-in message is damaged.'],
  [7, 'Single sign-on is not switched on for this site.'],
  [8, 'The certificate in the sign-in message is not the one that this site knows.'],
  [9, 'The single sign-on settings of this site cannot be read.'],
  [10, 'The sign-in message was made for another site.'],
  [11, 'Your identity provider cannot be reached.'],
  [12, 'Your identity provider did not hand over the sign-in message.'],
  [13, 'The sign-in message is not valid.'],
  [14, 'The sign-in message is meant for somebody else.'],
  [15, 'The certificate of your identity provider has expired.'],
  [16, 'Your account is locked.'],
  [17, 'Your account has expired.'],
  [18, 'Your account is switched off.'],
  [19, 'The sign-in message has expired, or is not valid yet.'],
  [20, 'The sign-in message is not signed.'],
  [21, 'Your role does not let you use this site.'],
  [22, 'The security token that was sent is not valid.'],
  [23, 'The signature of the sign-in message is wrong.'],
  [24, 'The sign-in message comes from an identity provider that this site does not trust.'],
  [25, 'The sign-in message names you in a form that this site does not take.'],
  [26, 'The request to your identity provider could not be made.'],
  [27, 'The request to sign you out could not be made.'],
  [28, 'The sign-in message does not answer what this site asked.'],
  [29, 'The answer of your identity provider is not valid.'],
  [30, 'The request of your identity provider is not valid.'],
  [31, 'Your account could not be created.'],
  [32, 'Your account could not be updated.'],
]);

export const texts = () => ({
  ssoError: (number: number): string | undefined => SSO_ERRORS.get(number),
});
