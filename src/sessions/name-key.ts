/** A session's name as lists compare it: in any case. Lower case alone would tell ΟΔΟΣ from the beginning of ΟΔΟΣΗΜΟ. */
export function nameKey(confName: string): string {
  return confName.toLowerCase().replaceAll('ς', 'σ');
}
