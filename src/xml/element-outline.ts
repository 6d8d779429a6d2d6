/** What a declared type looks like as plain data, for whoever makes a form of it. */
export type OutlineKind = 'text' | 'boolean' | 'whole' | 'number' | 'base64' | 'xml' | 'group';

/** One element, or an attribute of the element around it. What does not apply is not there. */
export interface ElementOutline {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly isAttribute?: true;
  /** How often it stands there; `max` is left out where there is no end. */
  readonly min: number;
  readonly max?: number;
  /** Other names under which it is read. */
  readonly alias?: readonly string[];
  readonly values?: readonly string[];
  /** Characters, or bytes of base64. */
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly isSecret?: true;
  readonly sample?: string;
  readonly meaning?: string;
  /** Such as `use:userType`. */
  readonly type?: string;
  readonly children?: readonly ElementOutline[];
}
