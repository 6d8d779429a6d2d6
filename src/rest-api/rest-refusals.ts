/** What the frame of the REST interface says no with. */
import { OwnRefusal } from '../refusal.ts';

/** No token, or none that counts. */
export class TokenMissing extends OwnRefusal {
  constructor(why: string) {
    super(why);
  }
}

/** The token lacks the scope, or its owner the role. */
export class ScopeMissing extends OwnRefusal {
  constructor() {
    super('the token lacks the scope, or its owner the role');
  }
}

/** The caller may call, but not this. `description` is told. */
export class NotPermitted extends OwnRefusal {
  readonly description: string;
  constructor(description: string) {
    super(description);
    this.description = description;
  }
}

/** Nothing answers at this address, or there is no such thing. */
export class ResourceUnknown extends OwnRefusal {
  constructor() {
    super('there is no such resource');
  }
}

export class HostUnknown extends OwnRefusal {
  constructor(hostEmail: string) {
    super(`there is no host ${hostEmail}`);
  }
}

/** The address takes other methods. */
export class MethodRefused extends OwnRefusal {
  readonly allowed: string;
  constructor(allowed: readonly string[]) {
    super(`the resource takes ${allowed.join(', ')}`);
    this.allowed = allowed.join(', ');
  }
}

export class MediaTypeRefused extends OwnRefusal {
  constructor(why: string) {
    super(why);
  }
}

/** The request cannot be understood: invalid JSON, a body that is too long. */
export class RequestUnreadable extends OwnRefusal {
  readonly isTooLarge: boolean;
  constructor(why: string, isTooLarge = false) {
    super(why);
    this.isTooLarge = isTooLarge;
  }
}

/** A value that can be read and breaks a rule of this interface. `description` is told. */
export class InvalidItem extends OwnRefusal {
  readonly description: string;
  /** The member or parameter that it is about. */
  readonly element: string | undefined;
  constructor(description: string, element?: string) {
    super(description);
    this.description = description;
    this.element = element;
  }
}

/** A failure whose status and text an endpoint knows itself. */
export class RestFailure extends OwnRefusal {
  readonly status: number;
  readonly descriptions: readonly string[];
  constructor(status: number, message: string, descriptions: readonly string[] = []) {
    super(message);
    this.status = status;
    this.descriptions = descriptions;
  }
}
