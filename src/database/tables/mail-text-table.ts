/**
 * The words that a site has chosen for a kind of mail in a language.
 * @room mail
 */
export interface MailTextTable {
  site: number;
  kind: string;
  /** A languageID. */
  language: number;
  /** Subject, content and its format. */
  document: string;
  changed_at: number;
}
