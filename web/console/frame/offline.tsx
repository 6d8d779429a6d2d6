/** Says that the server cannot be reached, as long as that is so. */
import { useEffect, useState } from 'react';
import { isFormRenewed, watchConnection } from '../api-client.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { queryClient } from '../use-call.ts';

/** Milliseconds between two tries. */
const TRY_EVERY = 5_000;

export function Offline() {
  const [isReached, setReached] = useState(true);
  useEffect(() => watchConnection(setReached), []);
  useEffect(() => {
    if (isReached) return;
    const trying = setInterval(() => {
      isFormRenewed().then(
        () => {
          setReached(true);
          void queryClient.invalidateQueries();
        },
        () => {},
      );
    }, TRY_EVERY);
    return () => clearInterval(trying);
  }, [isReached]);
  return (
    <div role="status" className="c-offline" hidden={isReached}>
      {!isReached && areaTexts('frame').offline}
    </div>
  );
}
