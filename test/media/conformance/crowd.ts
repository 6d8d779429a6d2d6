/** People of one meeting, each with a browser whose senses can be asked. */
import assert from 'node:assert/strict';
import { begins, comes, isHere, scheduled, type Wanted } from '../../journeys/people.ts';
import type { BrowserOfSuite, Visit } from '../../support/browser.ts';
import { openWay, type Way } from '../../support/cuttable-way.ts';
import type { TestSite } from '../../support/site.ts';
import { Senses } from './senses.ts';

/** Those who come, in this order; the first is the host. */
const NAMES = ['Holly Host', 'Ada Lovelace', 'Bo', 'Cleo'] as const;
/** Hertz, in the middle of bins of the transform by which they are told apart. */
const PITCHES = [468.75, 703.125, 1054.6875, 1406.25] as const;

export interface Person {
  readonly name: string;
  readonly visit: Visit;
  /** To the server. */
  readonly way: Way;
  readonly senses: Senses;
  /** What their microphone sends, in hertz. */
  readonly pitch: number;
}

export class Crowd implements AsyncDisposable {
  readonly #site: TestSite;
  readonly key: string;
  readonly people: Person[] = [];
  readonly #browser: BrowserOfSuite;

  private constructor(site: TestSite, browser: BrowserOfSuite, key: string) {
    this.#site = site;
    this.#browser = browser;
    this.key = key;
  }

  /** A meeting that nobody is in yet. */
  static async of(site: TestSite, browser: BrowserOfSuite, wanted?: Wanted): Promise<Crowd> {
    return new Crowd(site, browser, await scheduled(site, wanted));
  }

  /** The next of them, who is at the door of nothing yet. */
  async newcomer(): Promise<Person> {
    const at = this.people.length;
    const [name = '', pitch = 0] = [NAMES[at], PITCHES[at]];
    const way = await openWay();
    const visit = await this.#browser.visit({ proxy: { server: way.proxy } });
    const senses = await Senses.of(visit.page, pitch);
    const person = { name, visit, way, senses, pitch };
    this.people.push(person);
    return person;
  }

  /** The next of them comes: the host first. */
  async joins(): Promise<Person> {
    const person = await this.newcomer();
    await this.tries(person);
    await person.visit.page.locator('#root[data-taken-over]').waitFor({ state: 'attached' });
    if (this.people.length > 1) await isHere(person.visit.page, 'Holly Host');
    return person;
  }

  /** By their link, wherever it leads. */
  async tries({ name, visit }: Person): Promise<void> {
    if (name === NAMES[0]) await begins(this.#site, visit, this.key);
    else await comes(this.#site, visit, this.key, name);
  }

  async idOf({ name }: Person): Promise<string> {
    const site = await this.#site.context.sites.required('acme');
    const state = await this.#site.context.live.state(site, Number(this.key));
    const found = [...(state?.people ?? []), ...(state?.waiting ?? [])].find((one) => one.name === name);
    assert.ok(found, `${name} is there`);
    return found.publicId;
  }

  /** Who is in the room, by the server's word. */
  async names(): Promise<readonly string[]> {
    const site = await this.#site.context.sites.required('acme');
    return (
      (await this.#site.context.live.state(site, Number(this.key)))?.people.map(({ name }) => name) ?? []
    );
  }

  /** Turns something on or off by its button. */
  async presses({ visit: { page } }: Person, medium: 'microphone' | 'camera' | 'screen'): Promise<void> {
    await page.locator(`.bar-button.of-${medium}`).click();
  }

  /** Resolves when somebody sees somebody else's picture move. */
  async sees(by: Person, whom: Person): Promise<void> {
    await by.senses.draws(`li[data-person="${await this.idOf(whom)}"] video`);
  }

  /** Everybody sees and hears everybody else, by what arrives and by what is played. */
  async allSeeAndHear(): Promise<void> {
    const others = (one: Person) => this.people.filter((other) => other !== one);
    await Promise.all(
      this.people.flatMap((one) => [
        one.senses.grows('video', 'framesDecoded', 10),
        ...others(one).flatMap((other) => [this.sees(one, other), one.senses.hears(other.pitch)]),
      ]),
    );
  }

  /** What the host does, to one where it is done to one; what becomes of it is seen. */
  async does(deed: string, to?: Person, by = this.people[0]): Promise<void> {
    assert.ok(by);
    const fields = { MK: this.key, DO: deed, ...(to && { PERSON: await this.idOf(to) }) };
    const body = JSON.stringify(new URLSearchParams(fields).toString());
    await by.visit.page.evaluate(`void fetch('/acme/room.php', {
      method: 'POST', redirect: 'manual', body: ${body}, headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { visit, way } of this.people) {
      await visit[Symbol.asyncDispose]();
      await way[Symbol.asyncDispose]();
    }
  }
}
