/** A link of the way between the pages of whoever is signed in. */
export type NavItem = 'home' | 'meetings' | 'schedule' | 'recordings' | 'contacts' | 'room' | 'profile';

export interface NavLink {
  readonly item: NavItem;
  readonly url: string;
  readonly isCurrent: boolean;
}
