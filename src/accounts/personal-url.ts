/** The address of a personal room that nobody has chosen: `/meet/hostid`. */

/** Characters; a number may follow. */
const LONGEST = 100;

/**
 * Of the webExID, or of what stands before the `@` where that is an e-mail address.
 * @param number tells it from the address of somebody else
 */
export function usualPersonalUrl(webExId: string, number: number | ''): string {
  const [name = ''] = webExId.split('@');
  const plain = name.replace(/[^A-Za-z0-9._-]/g, '').replace(/^[._-]+/, '');
  return `${plain.slice(0, LONGEST) || 'room'}${number}`;
}
