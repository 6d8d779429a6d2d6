/** Where the NBR services are, apart from what answers there: that is loaded with the first call. */

const BELOW = /^\/nbr\/services(?:[/?]|$)/i;

/** Whether the NBR services answer at this address. */
export function isNbrService(url: string): boolean {
  return BELOW.test(url);
}
