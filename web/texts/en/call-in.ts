/** The texts of calling in by telephone. */

export const texts = () => ({
  callIn: {
    heading: 'Call in by telephone',
    labels: { toll: 'Call-in number', tollFree: 'Toll-free number', other: 'Telephone number' },
    accessCode: 'Number and access code',
    copy: 'Copy number',
    numbers: 'Telephone numbers',
    none: 'This site has no telephone numbers.',
    how: 'Call one of these numbers, then enter the access code.',
  },
});
