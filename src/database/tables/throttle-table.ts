/**
 * The calls that a site has made in a minute.
 * @room throttle
 */
export interface ThrottleTable {
  site: number;
  throttle_group: 'userOperations' | 'meetingWrites' | 'meetingLists';
  window_start: number;
  /** Calls that processes have reserved in the window. */
  used: number;
}
