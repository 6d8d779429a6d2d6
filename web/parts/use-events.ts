/** A stream of server-sent events. */
import { useEffect, useEffectEvent, useState } from 'react';

/** Milliseconds until a stream that was refused is asked for again; the browser itself mends one that broke. */
const AGAIN_AFTER = 5_000;

export type EventHandlers = Readonly<Record<string, (data: string) => void>>;

/**
 * Listens as long as the page is shown.
 * @param handlers by the names of the events; the names stay the same
 * @returns whether the connection stands, or has not been lost yet
 */
export function useEvents(url: string, handlers: EventHandlers): boolean {
  const [isConnected, setConnected] = useState(true);
  const names = Object.keys(handlers).join(' ');
  const handle = useEffectEvent((name: string, data: string) => handlers[name]?.(data));

  useEffect(() => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    // What a form has done comes back as an event too: the answer to the form is not to be overtaken by it.
    let isLeaving = false;
    const leave = () => {
      isLeaving = true;
    };
    const stay = () => {
      isLeaving = false;
    };
    window.addEventListener('beforeunload', leave);
    window.addEventListener('pageshow', stay);
    const listen = () => {
      const opened = new EventSource(url);
      source = opened;
      opened.onopen = () => setConnected(true);
      opened.onerror = () => {
        setConnected(false);
        if (opened.readyState === EventSource.CLOSED) again = setTimeout(listen, AGAIN_AFTER);
      };
      for (const name of names.split(' ')) {
        opened.addEventListener(name, ({ data }: MessageEvent<string>) => {
          if (!isLeaving) handle(name, data);
        });
      }
    };
    listen();
    return () => {
      window.removeEventListener('beforeunload', leave);
      window.removeEventListener('pageshow', stay);
      clearTimeout(again);
      source?.close();
    };
  }, [url, names]);

  return isConnected;
}
