import type { Me } from './frame-data.ts';

/** What the console's page tells its script: where everything is, and who has asked for it. */
export interface ShellData {
  /** The console of the site that is worked on, such as `/acme/console`; no slash at its end. */
  readonly base: string;
  /** Its API, no slash at its end. */
  readonly api: string;
  /** The console of the site that the administrator is signed in to. */
  readonly homeConsole: string;
  /** The pages of that site, a slash at the end: their own page, and the one that signs in. */
  readonly home: string;
  readonly homeSite: string;
  readonly siteName: string;
  readonly me: Me;
  readonly language: 'en' | 'de';
  /** The parts are shown on a page of their own. */
  readonly isDevelopment: boolean;
  readonly signOut: { readonly action: string; readonly fields: Readonly<Record<string, string>> };
}
