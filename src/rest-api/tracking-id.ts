/** The header TrackingID: a client's own comes back, and whoever sends none is given one that our log knows. */

const OWN = /^[\w.:-]{1,128}$/;

/** @param requestId as the log names the call */
export function trackingIdOf(sent: string | string[] | undefined, requestId: string): string {
  return typeof sent === 'string' && OWN.test(sent) ? sent : `PARLANCE_${requestId}`;
}
