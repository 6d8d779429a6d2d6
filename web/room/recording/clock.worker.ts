/** Ticks: a page that is in the background has its own timers slowed down to one a second, a worker's are not. */
addEventListener('message', ({ data: every }: MessageEvent<number>) => {
  setInterval(() => postMessage(null), every);
});
