/** The field of the name holds what somebody has called themselves last, and keeps it when they join. */
import { type RefObject, useEffect } from 'react';
import { deviceChoices, keepName } from './device-choices.ts';

export function useKeptName(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const field = place.current?.querySelector<HTMLInputElement>('input[name=AN]:not([type=hidden])');
    if (!field) return;
    if (field.value === '') field.value = deviceChoices().name;
    const keep = () => keepName(field.value);
    field.form?.addEventListener('submit', keep);
    return () => field.form?.removeEventListener('submit', keep);
  }, [place]);
}
