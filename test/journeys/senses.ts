/** What people of a room see and hear, measured in the browser that receives it. */
import type { Page } from 'playwright-core';

/** Milliseconds after which nothing more is waited for: a promise of a page has no end of its own. */
const PATIENCE = 60_000;

/** What a function of the page, as text, gives for the one element. */
export async function asked<T>(page: Page, element: string, ask: string): Promise<T> {
  await page.locator(element).waitFor({ state: 'attached' });
  return page.evaluate(`Promise.race([
    (${ask})(document.querySelector(${JSON.stringify(element)})),
    new Promise((_, reject) => setTimeout(() => reject(new Error('nothing of it: ' + ${JSON.stringify(element)})), ${PATIENCE})),
  ])`);
}

/** Resolves when frames of somebody's picture are drawn, one after the other, by whichever element the page has for it. */
export const sees = (page: Page, label: string): Promise<void> => {
  const element = `video[aria-label="${label}"]`;
  return asked(
    page,
    element,
    `() => new Promise((resolve) => {
      let [video, frames] = [null, 0];
      const count = (of) => {
        if (of !== video) return;
        frames += 1;
        if (frames === 5) resolve();
        else of.requestVideoFrameCallback(() => count(of));
      };
      const look = () => {
        const now = document.querySelector(${JSON.stringify(element)});
        // Who is moved from room to room is given another one.
        if (now && now !== video) {
          [video, frames] = [now, 0];
          now.requestVideoFrameCallback(() => count(now));
        }
        if (frames < 5) requestAnimationFrame(look);
      };
      look();
    })`,
  );
};

/** Resolves when the voice that the page plays is no silence. */
export const hears = (page: Page): Promise<void> =>
  asked(
    page,
    'audio',
    `(audio) => new Promise((resolve) => {
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      const wave = new Float32Array(analyser.fftSize);
      let stream = null;
      const listen = () => {
        // The voice is given to the element when the room says that it is on.
        if (audio.srcObject !== stream && audio.srcObject?.getAudioTracks().length > 0) {
          stream = audio.srcObject;
          context.createMediaStreamSource(stream).connect(analyser);
        }
        analyser.getFloatTimeDomainData(wave);
        if (!wave.some((level) => Math.abs(level) > 0.01)) return requestAnimationFrame(listen);
        void context.close();
        resolve();
      };
      listen();
    })`,
  );
