/** Somebody in a room without a browser: comes by a link, keeps the room's stream open, says what they send. */
import { type ClientRequest, request } from 'node:http';
import type { RoomPage } from '../src/browser/pages/room-page.ts';
import { Visitor } from '../test/browser/visitor.ts';
import { inTime } from './in-time.ts';

/** Milliseconds. */
const PATIENCE = 10_000;
const BEAT = 5_000;

/** Links on the way into a room, with those of a sign-in. */
const MOST_LINKS = 6;

export class RoomGuest {
  readonly media: RoomPage['media'];
  readonly #at: URL;
  readonly #cookie: string;
  readonly #stream: ClientRequest;
  readonly #beat: NodeJS.Timeout;

  private constructor(at: URL, cookie: string, page: RoomPage) {
    this.media = page.media;
    this.#at = at;
    this.#cookie = cookie;
    const events = new URL(page.events, at);
    this.#stream = request(events, { headers: { Cookie: cookie } }, (answer) => answer.resume());
    this.#stream.on('error', () => {});
    this.#stream.end();
    // As a page answers the signs of life of its stream: who says nothing is given up.
    this.#beat = setInterval(() => this.#says({ here: true }).catch(() => {}), BEAT).unref();
  }

  static async comes(url: string, link: string): Promise<RoomGuest> {
    const visitor = new Visitor(url);
    let at = new URL(link);
    for (let links = 0; links < MOST_LINKS; links++) {
      const visit = await inTime(
        `an answer of ${at.pathname}`,
        PATIENCE,
        visitor.get(at.pathname + at.search),
      );
      const data = /<script type="application\/json" id="page">([^<]*)</.exec(visit.text)?.[1];
      const content = data && JSON.parse(data).content;
      if (content?.page === 'room') return new RoomGuest(at, cookieOf(visitor), content);
      if (!visit.target) throw new Error(`a guest is not in the room: ${visit.status} at ${at.pathname}`);
      at = visit.target;
    }
    throw new Error(`a guest is not in the room: sent from link to link, last to ${at.pathname}`);
  }

  /** Tells the others that a picture comes. */
  async showsPicture(): Promise<void> {
    const response = await this.#says({ sends: { camera: true } });
    if (!response.ok) throw new Error(`the room does not take a guest's picture: ${response.status}`);
  }

  #says(what: object): Promise<Response> {
    const { post, MK } = this.media;
    return fetch(new URL(post, this.#at), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: this.#at.origin, Cookie: this.#cookie },
      body: JSON.stringify({ MK, ...what }),
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  /** The room gives them up some seconds later. */
  leaves(): void {
    clearInterval(this.#beat);
    this.#stream.destroy();
  }
}

function cookieOf({ cookie, cookies }: Visitor): string {
  const all = [...(cookie === undefined ? [] : [['ticket', cookie]]), ...cookies];
  return all.map(([name, value]) => `${name}=${value}`).join('; ');
}
