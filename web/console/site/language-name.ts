/** `BRAZILIAN PORTUGUESE` as people write it. */
export function languageName(name: string): string {
  return name.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
