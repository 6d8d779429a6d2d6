import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useHydrated } from '../../parts/use-hydrated.ts';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';
import { playTone } from './tone.ts';
import { useRecorder } from './use-recorder.ts';

/**
 * Says and sounds that it is recorded, when that begins and to whoever comes, until they have read it; whoever records
 * knows it, and is told what is in the way.
 */
export function RecordingNotice(view: RoomView) {
  const { recording } = view.room;
  const texts = useTexts().recording;
  const isHydrated = useHydrated();
  const hindrance = useRecorder(view);
  const [read, setRead] = useState<number>();
  useChanges(view);
  const isShown = recording !== undefined && !recording.byYou && read !== recording.since;
  return (
    <>
      {/* A screen reader reads what comes into a place that is there already. */}
      <div role="status" className="recorded">
        {isShown && isHydrated && (
          <div className="notice attention">
            <span>{texts.notice}</span>
            <button type="button" className="quiet" onClick={() => setRead(recording.since)}>
              {texts.understood}
            </button>
          </div>
        )}
      </div>
      {hindrance && (
        <p className="notice bad" role="alert">
          {texts.hindered[hindrance]}
        </p>
      )}
    </>
  );
}

function useChanges({ room: { recording }, toast }: RoomView): void {
  const texts = useTexts().recording;
  const since = recording?.since;
  const isPaused = recording?.isPaused ?? false;
  const say = useEffectEvent((sentence: 'stopped' | 'paused' | 'resumed') => toast(texts[sentence]));
  const before = useRef<{ readonly since: number | undefined; readonly isPaused: boolean }>(undefined);
  useEffect(() => {
    const was = before.current;
    before.current = { since, isPaused };
    if (since !== was?.since && since !== undefined) playTone();
    else if (was?.since !== undefined && since === undefined) say('stopped');
    else if (was && isPaused !== was.isPaused) say(isPaused ? 'paused' : 'resumed');
  }, [since, isPaused]);
}
