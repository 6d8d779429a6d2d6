/** The texts of what could not be shown. */

export const texts = () => ({
  error: {
    headings: {
      notFound: 'There is no such page',
      notUnderstood: 'The request could not be read',
      denied: 'This is not open to you',
      wait: 'Not so fast',
      fault: 'Something went wrong',
      other: 'This did not work',
      sso: 'You could not be signed in',
    },
    fault: 'Try again. If it happens again, tell your administrator this number:',
    tellSso: 'If it happens again, tell your administrator this number:',
    ssoNumber: (number: number): string => `Single sign-on error ${number}`,
    id: 'Number of the request',
  },
});
