/** How OAuth 2 says no, by the words of RFC 6749 (4.1.2.1, 5.2) and RFC 7009. */
import { OwnRefusal } from '../../refusal.ts';

export type OAuthError =
  | 'access_denied'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type';

/** `message` is told to the program. */
export class OAuthRefused extends OwnRefusal {
  readonly error: OAuthError;
  constructor(error: OAuthError, description: string) {
    super(description);
    this.error = error;
  }
}
