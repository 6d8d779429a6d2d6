/** A form: where it is posted to, and the fields that nobody sees. */
export interface Form {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}
