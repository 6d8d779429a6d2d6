/** Asks whoever leaves by a key. */
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Dialog } from './dialog.tsx';
import type { RoomView } from './room-view.ts';

export function LeaveDialog({ formOf, close }: RoomView & { close(): void }) {
  const texts = useTexts();
  const leave = formOf('LEAVE');
  return (
    <Dialog title={texts.inRoom.leaveQuestion} close={close}>
      <div className="actions">
        <button type="button" className="second" onClick={close}>
          {texts.inRoom.cancel}
        </button>
        {leave && (
          <PostForm form={leave}>
            <Submit kind="danger">{texts.live.leave}</Submit>
          </PostForm>
        )}
      </div>
    </Dialog>
  );
}
