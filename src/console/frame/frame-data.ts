/** What the frame of the console knows: who works in it, and where. */
export interface Me {
  readonly name: string;
  readonly webExID: string;
  /** May change what stands on the pages; the others see the same without the buttons. */
  readonly mayWrite: boolean;
  readonly isOwner: boolean;
  /** Where they are signed in, and the site that they work on. */
  readonly home: string;
  readonly siteName: string;
  readonly siteStatus: 'ACTIVE' | 'CLOSED';
  /** What writes send in the header X-Parlance-Form. */
  readonly form: string;
}

/** A site of the installation, for its owners. */
export interface SiteSummary {
  readonly siteName: string;
  readonly siteID: number;
  readonly type: number;
  readonly status: 'ACTIVE' | 'CLOSED';
}

export interface SitesAnswer {
  readonly sites: readonly SiteSummary[];
}
