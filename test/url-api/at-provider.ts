import type { Fields } from '../browser/visitor.ts';
import type { IdentityProvider } from '../support/identity-provider.ts';

/** A form that a page of the provider posts by itself. */
export interface PostedForm {
  readonly action: string;
  readonly fields: Fields & { readonly SAMLResponse: string };
}

/** Somebody's browser, as far as the identity provider sees it. */
export class AtProvider {
  readonly #provider: IdentityProvider;
  #cookie = '';

  constructor(provider: IdentityProvider) {
    this.#provider = provider;
  }

  async signIn(user: string): Promise<void> {
    const body = new URLSearchParams({ user, next: '/' });
    const answer = await fetch(`${this.#provider.url}/sign-in`, { method: 'POST', body, redirect: 'manual' });
    this.#cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  /** Opens an address of the provider's: where it sends the browser to, or the form that it posts. */
  async open(
    address: string,
  ): Promise<{ readonly status: number; readonly text: string; readonly location: string }> {
    const answer = await fetch(address, { headers: { Cookie: this.#cookie }, redirect: 'manual' });
    const text = await answer.text();
    return { status: answer.status, text, location: answer.headers.get('location') ?? '' };
  }

  /** The answer to a sign-in: SP-initiated by the address that the site sent the browser to. */
  async assertion(address: string): Promise<PostedForm> {
    const { text } = await this.open(address);
    const value = (name: string) => new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? '';
    const action = (/action="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
    if (value('SAMLResponse') === '') throw new Error(`the provider posts nothing: ${text}`);
    return {
      action,
      fields: { SAMLResponse: value('SAMLResponse'), RelayState: unescaped(value('RelayState')) },
    };
  }
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
