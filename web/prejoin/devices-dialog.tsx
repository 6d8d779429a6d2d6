/** Microphone, camera and speaker, chosen in the room: what is on goes on with the other one. */
import { Dialog } from '../room/frame/dialog.tsx';
import type { RoomView } from '../room/frame/room-view.ts';
import { useTexts } from '../texts/texts.ts';
import { DeviceFields } from './device-fields.tsx';

export function DevicesDialog({ room, media, close }: RoomView & { close(): void }) {
  const texts = useTexts().prejoin;
  const { microphone, camera } = media.own;
  return (
    <Dialog title={texts.devicesItem} close={close}>
      <DeviceFields
        devices={room.may}
        seen={microphone !== null || camera !== null}
        chosen={(device) => {
          if (device !== 'speaker') void media.change(device);
        }}
      />
    </Dialog>
  );
}
