/** Tells the engine how large something is drawn, and that it is drawn no more. */
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Medium } from '../media/room-client.ts';
import type { Media } from '../media/use-media.ts';
import { useSize } from './use-size.ts';

/**
 * @param id nothing where it is one's own
 * @param isShown what is off is not wanted
 * @returns goes to the element that it is drawn in
 */
export function useWanted<E extends HTMLElement>(
  media: Media,
  id: string | undefined,
  medium: Medium,
  isShown: boolean,
): RefObject<E | null> {
  const element = useRef<E>(null);
  const { width = 0, height = 0 } = useSize(element) ?? {};
  const isWanted = isShown && width > 0 && height > 0;
  const want = useEffectEvent((whose: string, size: { width: number; height: number } | null) =>
    media.wants(whose, medium, size),
  );
  useEffect(() => {
    if (id !== undefined && isWanted) want(id, { width, height });
  }, [id, isWanted, width, height]);
  useEffect(() => {
    if (id === undefined || !isWanted) return;
    return () => want(id, null);
  }, [id, isWanted]);
  return element;
}
