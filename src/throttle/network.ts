/** Where callers come from, as far as one household or office can be told from another. */

/** An IPv4 address, or the 64 bits of an IPv6 address that one household or office has; empty when it is not known. */
export function networkOf(address: string | undefined): string {
  if (!address?.includes(':')) return address ?? '';
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    // An IPv4 address at the end stands for two groups; all of them are behind the first four.
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return `${groups.slice(0, 4).map(withoutZeros).join(':')}::/64`;
}

function withoutZeros(group: string): string {
  return Number.parseInt(group, 16).toString(16);
}
