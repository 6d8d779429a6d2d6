/** The texts of what people let programs do for them: the grant page, and their own tokens. */

const LIVES = new Map([
  [0.5, '12 hours'],
  [7, '7 days'],
  [30, '30 days'],
  [90, '90 days'],
  [365, 'a year'],
]);

export const texts = () => ({
  authorize: {
    title: (name: string): string => `Allow ${name}?`,
    heading: (name: string): string => `${name} wants to act for you`,
    onSite: (site: string, person: string): string => `On the site ${site}, as ${person}, it would:`,
    beyond: 'It also asks for this, which only an administrator can allow. It does not get it:',
    nothing: 'Your account may do none of what it asks for. It gets nothing.',
    back: 'You go back to:',
    warning:
      'Allow it only if you began this yourself. You can take it back at any time under “Tokens and apps”.',
    allow: 'Allow',
    deny: 'Deny',
  },
  tokens: {
    heading: 'Tokens and apps',
    reference: 'Read and try the REST interface',
    lead: 'A token lets a program of your own use the REST API as you. Whoever has it can do what it allows.',
    made: (name: string): string => `The token “${name}” is made`,
    madeHint: (expires: string): string =>
      `Copy it now: it is shown this once. It works until ${expires}, or until you revoke it.`,
    token: 'Token',
    copy: 'Copy the token',
    mine: 'Your tokens',
    none: 'You have no tokens. Make one below when a program needs to act as you.',
    created: (when: string, until: string): string => `Made ${when}, works until ${until}`,
    used: (when: string): string => `last used ${when}`,
    unused: 'never used',
    may: 'May:',
    revoke: 'Revoke',
    revokeName: (name: string): string => `Revoke ${name}`,
    apps: 'Apps that act for you',
    noApps: 'You have let no app act for you.',
    granted: (when: string): string => `Allowed ${when}`,
    take: 'Take back',
    takeName: (name: string): string => `Take back what ${name} may do`,
    create: 'Make a token',
    name: 'What it is for',
    nameHint: 'Such as the name of the script. Only you and your administrators see it.',
    life: 'Works for',
    lives: (days: number): string => LIVES.get(days) ?? `${days} days`,
    scopes: 'It may',
    adminScopes: 'For the whole site, as its administrator',
    submit: 'Make the token',
    done: { revoked: 'The token is revoked.', ungranted: 'The app does not act for you any more.' },
    back: 'Back to your profile',
  },
});
