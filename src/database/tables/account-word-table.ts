/**
 * A word that an account is found by: of its names, its webExID and its e-mail address.
 * @room accounts
 */
export interface AccountWordTable {
  site: number;
  word: string;
  account: number;
}
