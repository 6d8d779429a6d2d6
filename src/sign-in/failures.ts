/** How signing in fails, by name. */
import { Refusal } from '../refusal.ts';
import { SSO_ERRORS, type SsoErrorNumber } from './saml/sso-errors.ts';

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

/** An access token that does not prove who is calling; `message` says why, for the log alone. */
export class AccessTokenInvalid extends Refusal {
  constructor(why: string) {
    super(why);
  }
}

/** A credential of AuthenticateUser from which no session ticket is made; `message` says why, for the log alone. */
export class AuthenticationServerRefused extends Refusal {
  constructor(why: string) {
    super(why);
  }
}

/** The identity provider does not answer in time, or not at all; `message` says more, for the log alone. */
export class IdentityProviderSilent extends Refusal {
  constructor(detail: string) {
    super(detail);
  }
}

/** The identity provider answers, but not as it must; `message` says more, for the log alone. */
export class IdentityProviderWrong extends Refusal {
  constructor(detail: string) {
    super(detail);
  }
}

export class LoginTicketInvalid extends Refusal {
  constructor() {
    super('the login ticket is unknown, expired or used');
  }
}

/** The link to a new password is unknown, used or has expired. */
export class ResetLinkInvalid extends Refusal {
  constructor() {
    super('the link to a new password is unknown, used or has expired');
  }
}

/** The link that confirms an e-mail address is unknown, used or expired, or the address is another one by now. */
export class ConfirmationLinkInvalid extends Refusal {
  constructor() {
    super('the link that confirms an e-mail address is unknown, used or expired');
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

/** Single sign-on came to nothing. `detail` is for the log: it holds no secret, and no assertion. */
export class SsoRefused extends Refusal {
  readonly number: SsoErrorNumber;
  readonly detail: string;
  constructor(number: SsoErrorNumber, detail: string) {
    super(SSO_ERRORS[number]);
    this.number = number;
    this.detail = detail;
  }
}
