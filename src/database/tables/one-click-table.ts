/**
 * The one-click settings of a host.
 * @room sessions
 */
export interface OneClickTable {
  account: number;
  document: string;
}
