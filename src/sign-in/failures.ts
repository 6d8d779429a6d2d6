/** How signing in fails, by name. */
import { Refusal } from '../refusal.ts';

/** Not the account's password. */
export class WrongCredentials extends Refusal {
  constructor() {
    super('wrong password');
  }
}

/** Nothing, or nothing that says who is calling. */
export class CredentialsMissing extends Refusal {
  readonly element: string;
  constructor(element: string) {
    super(`${element} is required`);
    this.element = element;
  }
}

export class SessionTicketInvalid extends Refusal {
  constructor() {
    super('the session ticket is unknown, expired or ended');
  }
}

/** A session ticket where only a credential of the account itself will do. */
export class SessionTicketNotSupported extends Refusal {
  constructor() {
    super('a session ticket is not accepted here');
  }
}

export class AccessTokenInvalid extends Refusal {
  constructor() {
    super('access tokens are not accepted here');
  }
}

/** An assertion or a token in AuthenticateUser that no identity provider of this site has issued. */
export class AuthenticationServerRefused extends Refusal {
  constructor() {
    super('no identity provider is set up for this site');
  }
}

export class LoginTicketInvalid extends Refusal {
  constructor() {
    super('the login ticket is unknown, expired or used');
  }
}

/** Too many wrong passwords, or an administrator's lock. */
export class AccountLocked extends Refusal {
  constructor() {
    super('the account is locked');
  }
}

export class AccountInactive extends Refusal {
  constructor() {
    super('the account is not activated');
  }
}

export class AccountExpired extends Refusal {
  constructor() {
    super('the account has expired');
  }
}

export class PasswordExpired extends Refusal {
  constructor() {
    super('the password has expired');
  }
}
