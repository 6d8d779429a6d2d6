/** Where the pages of a site stand for the browser that called: its redirects and its cookie agree on it. */
import type { FastifyRequest } from 'fastify';
import type { Site } from '../sites/site.ts';

/** A site's name as an address may spell it. */
export const SITE_NAME = /^[a-z0-9-]{1,63}$/i;

export class SiteFolder {
  /** Under the public address, a slash at the end. */
  private readonly published: URL;
  /**
   * Where the browser is. It may have come by another name of the host or another spelling of the site's
   * name, and its cookie stays there.
   */
  private readonly here: URL;
  private readonly siteName: string;

  constructor(request: Pick<FastifyRequest, 'headers' | 'params'>, site: Site, publicUrl: string) {
    this.siteName = site.siteName;
    this.published = new URL(`${publicUrl}/${site.siteName}/`);
    const prefix = new URL(publicUrl).pathname.replace(/\/$/, '');
    const { siteName: spelled } = request.params as { siteName?: string };
    const path = spelled === undefined ? `${prefix}/` : `${prefix}/${spelled}/`;
    const host = request.headers.host?.toLowerCase() ?? '';
    const arrived = `${this.published.protocol}//${host}${path}`;
    const readable = URL.canParse(arrived) && new URL(arrived).host === host;
    this.here = readable ? new URL(arrived) : new URL(path, this.published);
  }

  get cookiePath(): string {
    return this.here.pathname.replace(/(?<=.)\/$/, '');
  }

  /** The site's own page. */
  get home(): URL {
    return this.here;
  }

  /** The address of one of its pages, from the root of the host that the browser is at. */
  address(page: string, parameters: Readonly<Record<string, string>> = {}): string {
    const query = new URLSearchParams(parameters).toString();
    return `${this.here.pathname}${page}${query === '' ? '' : `?${query}`}`;
  }

  /** Whether the browser has come by the public address, spelled as it is published. */
  get isPublished(): boolean {
    return this.here.href === this.published.href;
  }

  /** An address of the folder as it is under the public address. */
  publish(url: URL): URL {
    if (url.origin === this.published.origin && url.pathname.startsWith(this.published.pathname)) return url;
    const page = url.pathname.slice(this.here.pathname.length);
    const named = page.toLowerCase().startsWith(`${this.siteName}/`);
    const path = named ? page.slice(this.siteName.length + 1) : page;
    return new URL(`${this.published.href}${path}${url.search}${url.hash}`);
  }

  /** The same as the address that a redirect leads to. */
  page(page: string, parameters: Readonly<Record<string, string>> = {}): URL {
    return new URL(this.address(page, parameters), this.here);
  }

  /** Reads an address that may leave out what the folder's own addresses begin with. */
  resolve(address: string): URL | undefined {
    return URL.canParse(address, this.here.href) ? new URL(address, this.here.href) : undefined;
  }

  has({ origin, pathname }: URL): boolean {
    // A proxy may read `..%2f` as a way out of the folder.
    if (/%2f|%5c/i.test(pathname)) return false;
    const path = pathname.toLowerCase();
    if (origin === this.published.origin && path.startsWith(this.published.pathname)) return true;
    if (origin !== this.here.origin) return false;
    const root = this.here.pathname.toLowerCase();
    if (!path.startsWith(root)) return false;
    return root.endsWith(`/${this.siteName}/`) || isPageOf(this.siteName, path.slice(root.length));
  }

  /**
   * An address of the folder as the browser is sent to it: whole under the public name, as recorded; without
   * a host under any other name, so that a forged Host is never repeated.
   */
  write(url: URL): string {
    if (url.origin === this.published.origin) return url.href;
    return url.href.slice(url.origin.length);
  }
}

/** At a host that names the site its pages stand at the root, among the folders of other sites. */
function isPageOf(siteName: string, path: string): boolean {
  return /^([a-z0-9]+\.php)?$/.test(path) || path.startsWith(`${siteName}/`);
}
