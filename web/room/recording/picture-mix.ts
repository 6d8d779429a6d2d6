/** The stage in one track: a tile with a name for everybody, a shared screen in front of them. */

import { areasOf, type Box, fitted, tilesIn } from '../../../src/recordings/picture-layout.ts';
import { everySoOften } from './clock.ts';
import type { Scene, ScenePerson } from './scene.ts';

const WIDTH = 1280;
const HEIGHT = 720;

/** Pictures a second. */
const RATE = 15;

/** Tiles; of more people those are shown who show themselves, and then the first. */
const MOST_TILES = 25;

const GROUND = '#0f1319';
const TILE = '#232b37';
const TEXT = '#ffffff';
const SHADE = 'rgb(0 0 0 / 55%)';
const FONT = 'system-ui, sans-serif';

export class PictureMix {
  readonly #canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  readonly #pen = this.#canvas.getContext('2d', { alpha: false });
  readonly #videos = new Map<MediaStreamTrack, HTMLVideoElement>();
  readonly #stream = this.#canvas.captureStream(RATE);
  readonly #stopClock: () => void;
  #scene: Scene = { people: [] };

  constructor() {
    this.#draw();
    this.#stopClock = everySoOften(1000 / RATE, () => this.#draw());
  }

  get track(): MediaStreamTrack | undefined {
    return this.#stream.getVideoTracks()[0];
  }

  show(scene: Scene): void {
    this.#scene = scene;
    const tracks = new Set(
      scene.people.flatMap(({ camera, screen }) => [camera, screen]).filter((track) => track !== undefined),
    );
    for (const [track, video] of this.#videos) {
      if (tracks.has(track)) continue;
      video.srcObject = null;
      this.#videos.delete(track);
    }
    for (const track of tracks) if (!this.#videos.has(track)) this.#videos.set(track, playing(track));
  }

  close(): void {
    this.#stopClock();
    for (const video of this.#videos.values()) video.srcObject = null;
    for (const track of this.#stream.getTracks()) track.stop();
  }

  #draw(): void {
    const pen = this.#pen;
    if (!pen) return;
    pen.fillStyle = GROUND;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    const { people } = this.#scene;
    const sharing = people.find(({ screen }) => screen !== undefined);
    const { screen, tiles } = areasOf(WIDTH, HEIGHT, sharing !== undefined);
    if (screen && sharing?.screen) {
      this.#drawTrack(pen, sharing.screen, screen, false);
      drawName(pen, sharing.name, screen);
    }
    const shown = firstOf(people);
    for (const [at, box] of tilesIn(tiles, shown.length).entries()) {
      const person = shown[at];
      if (person) this.#drawPerson(pen, person, box);
    }
  }

  #drawPerson(pen: CanvasRenderingContext2D, { name, camera }: ScenePerson, box: Box): void {
    pen.save();
    pen.beginPath();
    pen.roundRect(box.x, box.y, box.width, box.height, 8);
    pen.clip();
    pen.fillStyle = TILE;
    pen.fillRect(box.x, box.y, box.width, box.height);
    if (!camera || !this.#drawTrack(pen, camera, box, true)) drawInitial(pen, name, box);
    drawName(pen, name, box);
    pen.restore();
  }

  /** Whether there was a picture to draw. */
  #drawTrack(pen: CanvasRenderingContext2D, track: MediaStreamTrack, box: Box, fills: boolean): boolean {
    const video = this.#videos.get(track);
    if (!video || video.videoWidth === 0) return false;
    const { x, y, width, height } = fitted(
      { width: video.videoWidth, height: video.videoHeight },
      box,
      fills,
    );
    pen.drawImage(video, x, y, width, height);
    return true;
  }
}

function firstOf(people: readonly ScenePerson[]): readonly ScenePerson[] {
  if (people.length <= MOST_TILES) return people;
  const shows = people.filter(({ camera }) => camera !== undefined);
  const others = people.filter(({ camera }) => camera === undefined);
  return [...shows, ...others].slice(0, MOST_TILES);
}

function playing(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  video.play().catch(() => {});
  return video;
}

function drawName(pen: CanvasRenderingContext2D, name: string, box: Box): void {
  const size = Math.max(12, Math.min(20, box.height / 10));
  pen.font = `600 ${size}px ${FONT}`;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  const width = Math.min(pen.measureText(name).width + size, box.width - size);
  const [left, top] = [box.x + size / 2, box.y + box.height - 2 * size];
  pen.fillStyle = SHADE;
  pen.beginPath();
  pen.roundRect(left, top, width, 1.5 * size, size / 3);
  pen.fill();
  pen.fillStyle = TEXT;
  pen.fillText(name, left + size / 2, top + 0.78 * size, width - size);
}

function drawInitial(pen: CanvasRenderingContext2D, name: string, box: Box): void {
  const radius = box.height / 5;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  pen.fillStyle = SHADE;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.font = `600 ${radius}px ${FONT}`;
  pen.textBaseline = 'middle';
  pen.textAlign = 'center';
  pen.fillStyle = TEXT;
  pen.fillText([...name.trim()][0]?.toUpperCase() ?? '', x, y);
}
