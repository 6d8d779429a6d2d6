/** A stream of server-sent events, for a page that is shown. */
import { useEffect, useEffectEvent, useState } from 'react';
import { EventConnection } from './event-connection.ts';

export type EventHandlers = Readonly<Record<string, (data: string) => void>>;

/**
 * Listens as long as the page is shown.
 * @param url with a query
 * @param handlers by the names of the events; the names stay the same
 * @returns whether the connection stands, or has not been lost yet
 */
export function useEvents(url: string, handlers: EventHandlers): boolean {
  const [isConnected, setConnected] = useState(true);
  const names = Object.keys(handlers).join(' ');
  const handle = useEffectEvent((name: string, data: string) => handlers[name]?.(data));

  useEffect(() => {
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
    const connection = new EventConnection(url, {
      names: names.split(' '),
      event: (name, data) => {
        if (!isLeaving) handle(name, data);
      },
      state: (isThere) => setConnected(isThere || isLeaving),
    });
    return () => {
      window.removeEventListener('beforeunload', leave);
      window.removeEventListener('pageshow', stay);
      connection.close();
    };
  }, [url, names]);

  return isConnected;
}
