/** What is done with one person, by a host and by everybody for themselves: a popover of the button in their row. */
import type { KeyboardEvent } from 'react';
import type { RoomDeed, RoomPerson } from '../../../src/browser/pages/room-page.ts';
import { useHydrated } from '../../parts/use-hydrated.ts';
import { useTexts } from '../../texts/texts.ts';
import type { FormOf } from '../deed-form.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { MenuForm, MenuItem } from '../frame/menu.tsx';
import { Ask } from './ask.tsx';

interface PersonMenuProps {
  readonly person: RoomPerson;
  readonly formOf: FormOf;
  /** Whether those who present are a panel, as in an event. */
  readonly isPanel: boolean;
  /** Whether they are kept in front of the others. */
  readonly isPinned: boolean;
  pin(id: string): void;
}

export function PersonMenu({ person, formOf, isPanel, isPinned, pin }: PersonMenuProps) {
  const { roomPeople: texts, inRoom } = useTexts();
  const isHydrated = useHydrated();
  const { id, name, role = 'ATTENDEE', isHost, isHostByRight, isYou, byPhone, sends } = person;
  const of = (deed: RoomDeed) => {
    const form = formOf(deed);
    return form && { ...form, fields: { ...form.fields, PERSON: id } };
  };
  const presents = role === 'PRESENTER' || role === 'PANELIST';
  const entries: readonly (readonly [RoomDeed, IconName, string, boolean])[] = [
    ['HIDE', 'cameraOff', texts.hide, sends.camera],
    ['UNSHARE', 'close', texts.unshare, sends.screen],
    ['COHOST', 'people', texts.makeCohost, !isHost],
    ['ATTENDEE', 'people', texts.unmakeCohost, role === 'COHOST' && !isHostByRight],
    isPanel
      ? ['PANELIST', 'speaker', texts.makePanelist, !isHost && !presents]
      : ['PRESENTER', 'speaker', texts.makePresenter, !isHost && !presents],
    ['ATTENDEE', 'hand', texts.makeAttendee, presents],
  ];
  const offered = entries.flatMap(([deed, icon, text, isFitting]) => {
    const form = isFitting ? of(deed) : undefined;
    return form ? [{ icon, text, form }] : [];
  });
  const handOver = role === 'HOST' || byPhone ? undefined : of('HANDOVER');
  const expel = isHostByRight || (role === 'COHOST' && !formOf('COHOST')) ? undefined : of('EXPEL');
  if (isYou || (!isHydrated && offered.length === 0 && !handOver && !expel)) return null;
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.actionsFor(name)}
        popoverTarget={`person-${id}`}
      >
        <Icon name="more" />
      </button>
      <section
        id={`person-${id}`}
        className="menu menu-of-person"
        popover="auto"
        aria-label={texts.actionsFor(name)}
        onKeyDown={keepEscape}
      >
        {isHydrated && (
          <MenuItem icon="pin" onChoose={() => pin(id)}>
            {isPinned ? inRoom.unpin : inRoom.pin}
          </MenuItem>
        )}
        {offered.map(({ icon, text, form }) => (
          <MenuForm key={text} form={form} icon={icon}>
            {text}
          </MenuForm>
        ))}
        {handOver && (
          <Ask
            id={`hand-over-${id}`}
            form={handOver}
            icon="next"
            question={texts.handOverQuestion(name)}
            lead={texts.handOverLead}
            yes={texts.handOverYes}
          >
            {texts.handOver}
          </Ask>
        )}
        {expel && (
          <Ask
            id={`expel-${id}`}
            form={expel}
            icon="leave"
            question={texts.expelQuestion(name)}
            lead={texts.expelLead}
            yes={texts.expelYes}
            isDanger
          >
            {texts.expel}
          </Ask>
        )}
      </section>
    </>
  );
}

/** It closes the menu, and not the panel that the menu is in. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
