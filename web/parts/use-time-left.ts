/** Seconds that are left, counted down in the browser; the server alone decides when the time is over. */
import { useEffect, useEffectEvent, useState } from 'react';

/**
 * @param msLeft when the page was made; nothing where there is no end
 * @param whenOver is called once
 */
export function useTimeLeft(msLeft: number | undefined, whenOver: () => void): number | undefined {
  const [left, setLeft] = useState<number>();
  const over = useEffectEvent(whenOver);
  useEffect(() => {
    if (msLeft === undefined) return;
    const end = performance.now() + msLeft;
    const tick = () => {
      const seconds = Math.ceil((end - performance.now()) / 1000);
      setLeft(Math.max(0, seconds));
      if (seconds > 0) return;
      clearInterval(timer);
      over();
    };
    const timer = setInterval(tick, 1000);
    tick();
    return () => clearInterval(timer);
  }, [msLeft]);
  return left;
}
