/** Whether nobody has stirred for a while: what lies over the picture goes away then. */
import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds. */
const WHILE = 2800;

/** @param isActive false where nothing goes away, such as while it is paused */
export function useIdle(isActive: boolean): { readonly isIdle: boolean; stir(): void } {
  const [isIdle, setIdle] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stir = useCallback(() => {
    clearTimeout(timer.current);
    setIdle(false);
    timer.current = setTimeout(() => setIdle(true), WHILE);
  }, []);
  useEffect(() => {
    if (isActive) stir();
    return () => clearTimeout(timer.current);
  }, [isActive, stir]);
  return { isIdle: isActive && isIdle, stir };
}
