/** The keys of the player. What is typed into a field, and what a button does by itself, is left to them. */
import { useEffect, useEffectEvent } from 'react';
import type { Deck } from './use-playback.ts';

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** What the player does beside its deck. */
export interface PlayerDeeds {
  toggleFullScreen(): void;
  /** Shows the controls for a while. */
  stir(): void;
}

export function usePlayerKeys(deck: Deck, deeds: PlayerDeeds): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && isLeftTo(event.target, event.key)) return;
    const deed = deedOf(event.key, deck, deeds);
    if (!deed) return;
    event.preventDefault();
    deed();
    deeds.stir();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Whether an element has a use of its own for the key. */
function isLeftTo(element: Element, key: string): boolean {
  if (element.matches('.seek-bar input')) return false;
  if (element.matches('input, select, textarea')) return true;
  return (key === ' ' || key === 'Enter') && element.matches('button, a, summary');
}

function deedOf(key: string, deck: Deck, deeds: PlayerDeeds): (() => void) | undefined {
  if (/^\d$/.test(key)) return () => deck.seek((deck.duration * Number(key)) / 10);
  switch (key.toLowerCase()) {
    case ' ':
    case 'k':
      return deck.toggle;
    case 'arrowleft':
      return () => deck.skip(-5);
    case 'arrowright':
      return () => deck.skip(5);
    case 'j':
      return () => deck.skip(-10);
    case 'l':
      return () => deck.skip(10);
    case 'home':
      return () => deck.seek(0);
    case 'end':
      return () => deck.seek(deck.duration);
    case 'arrowup':
      return () => deck.setVolume((deck.isMuted ? 0 : deck.volume) + 0.1);
    case 'arrowdown':
      return () => deck.setVolume((deck.isMuted ? 0 : deck.volume) - 0.1);
    case 'm':
      return deck.toggleMute;
    case 'c':
      return deck.toggleCaptions;
    case 'i':
      return deck.togglePicture;
    case 'f':
      return deeds.toggleFullScreen;
    case '<':
      return () => deck.setRate(SPEEDS.findLast((speed) => speed < deck.rate) ?? SPEEDS[0]);
    case '>':
      return () => deck.setRate(SPEEDS.find((speed) => speed > deck.rate) ?? 2);
    default:
      return undefined;
  }
}
