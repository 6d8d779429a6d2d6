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
    const listen = () => {
      const opened = new EventSource(url);
      source = opened;
      opened.onopen = () => setConnected(true);
      opened.onerror = () => {
        setConnected(false);
        if (opened.readyState === EventSource.CLOSED) again = setTimeout(listen, AGAIN_AFTER);
      };
      for (const name of names.split(' ')) {
        opened.addEventListener(name, ({ data }: MessageEvent<string>) => handle(name, data));
      }
    };
    listen();
    return () => {
      clearTimeout(again);
      source?.close();
    };
  }, [url, names]);

  return isConnected;
}
