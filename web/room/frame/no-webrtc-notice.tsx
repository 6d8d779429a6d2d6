import { useHydrated } from '../../parts/use-hydrated.ts';
import { useTexts } from '../../texts/texts.ts';
import { canConnect } from '../media/no-client.ts';

/** The browser cannot carry sound and picture, or is kept from it by a setting or an extension. */
export function NoWebRtcNotice() {
  const texts = useTexts().connection;
  const isHydrated = useHydrated();
  if (!isHydrated || canConnect()) return null;
  return (
    <p className="notice bad" role="alert">
      <strong>{texts.noWebRtc}</strong> {texts.noWebRtcLead}
    </p>
  );
}
