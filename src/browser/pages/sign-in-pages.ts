/** Signing in, and passwords. */
import type { Form } from './form.ts';
import type { Problem } from './problem.ts';

/** Fields WID and PW, and the identity provider's button where the site has one. */
export interface SignInPage {
  readonly page: 'sign-in';
  readonly problem?: Problem | undefined;
  readonly notice?: 'signed-out' | 'password-changed' | undefined;
  /** Nothing where passwords are not taken. */
  readonly form?: Form | undefined;
  readonly WID?: string | undefined;
  /** Where the site's identity provider signs people in. */
  readonly identityProvider?: string | undefined;
  readonly forgotPassword?: string | undefined;
}

/** Fields WID where it is asked for, PW (the old one), NPW and NPW2. */
export interface ChangePasswordPage {
  readonly page: 'change-password';
  /** It has to be changed before they may go on. */
  readonly isDue: boolean;
  readonly problem?: Problem | undefined;
  /** The rule that the new password breaks (`PasswordNotAccepted.rule`): `must be at least 8 characters long`. */
  readonly rule?: string | undefined;
  /** Stands in the field WID. Without it there is no such field: the form knows who it is. */
  readonly WID?: string | undefined;
  readonly form: Form;
}

/** Field WID (a webExID or an e-mail). The answer is the same whether it is known or not. */
export interface ForgotPasswordPage {
  readonly page: 'forgot-password';
  /** `noMail` where the installation cannot send a link: it takes an administrator. */
  readonly state: 'ask' | 'sent' | 'noMail';
  readonly problem?: Problem | undefined;
  readonly form: Form;
}

/** `ask` and `again` have a form to press: to confirm the address, and to be sent the link once more. */
export interface ConfirmEmailPage {
  readonly page: 'confirm-email';
  readonly state: 'ask' | 'done' | 'dead' | 'again' | 'sent';
  readonly email?: string | undefined;
  readonly form: Form;
}

/** Fields NPW and NPW2, behind a link that came by mail. */
export interface ResetPasswordPage {
  readonly page: 'reset-password';
  readonly problem?: Problem | undefined;
  readonly rule?: string | undefined;
  readonly form: Form;
}

/** SU without a back URL: what became of a new account. */
export interface SignUpPage {
  readonly page: 'signed-up';
  readonly webExId: string;
  /** Has to be let in by an administrator first. */
  readonly waits: boolean;
  readonly signIn: string;
}
