/** What the envelope itself can be refused for, before any operation runs. */
export type RefusedFor = 'unknownOperation' | 'noOperation' | 'siteUnknown' | 'sitesDisagree' | 'siteMissing';

export class MessageRefused extends Error {
  readonly why: RefusedFor;
  readonly detail: string | undefined;
  /** What was probably meant. */
  readonly probably: string | undefined;
  constructor(why: RefusedFor, detail?: string, probably?: string) {
    super(detail ?? why);
    this.name = 'MessageRefused';
    this.why = why;
    this.detail = detail;
    this.probably = probably;
  }
}
