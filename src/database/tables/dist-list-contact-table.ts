/**
 * Which contact is on which distribution list.
 * @room contacts
 */
export interface DistListContactTable {
  dist_list: number;
  contact: number;
}
