/** What people of a room see and hear, measured in the browser that receives it. */
import type { Page } from 'playwright-core';

/** What a function of the page, as text, gives for the one element. */
export async function asked<T>(page: Page, element: string, ask: string): Promise<T> {
  await page.locator(element).waitFor({ state: 'attached' });
  return page.evaluate(`(${ask})(document.querySelector(${JSON.stringify(element)}))`);
}

/** Resolves when frames of somebody's picture are drawn, one after the other. */
export const sees = (page: Page, label: string): Promise<void> =>
  asked(
    page,
    `video[aria-label="${label}"]`,
    `(video) => new Promise((resolve) => {
      let frames = 0;
      const next = () => {
        frames += 1;
        if (frames === 5) resolve();
        else video.requestVideoFrameCallback(next);
      };
      video.requestVideoFrameCallback(next);
    })`,
  );

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
