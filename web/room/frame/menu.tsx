/** A menu of a button in the bar: a popover, which the browser opens and closes without scripts too. */
import type { ReactNode } from 'react';
import type { Form } from '../../../src/browser/pages/form.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { Icon, type IconName } from './icon.tsx';

interface MenuProps {
  /** Unique in the page; `menu-<id>` is the popover's. */
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Menu({ id, label, icon, className = '', children }: MenuProps) {
  return (
    <div className={`with-menu of-${id}`}>
      <button type="button" className={`bar-button ${className}`} popoverTarget={`menu-${id}`}>
        <span className="bar-icon">
          <Icon name={icon} />
        </span>
        <span className="bar-label">{label}</span>
      </button>
      <section id={`menu-${id}`} className={`menu menu-of-${id}`} popover="auto" aria-label={label}>
        {children}
      </section>
    </div>
  );
}

/** Closes the menu that an element is in. */
export function closeMenuOf(element: Element): void {
  const menu = element.closest<HTMLElement>('[popover]');
  if (menu?.matches(':popover-open')) menu.hidePopover();
}

interface MenuItemProps {
  readonly icon: IconName;
  readonly children: ReactNode;
  readonly kind?: 'danger';
  /** Said of a choice that is on or off. */
  readonly isOn?: boolean;
  onChoose(): void;
}

export function MenuItem({ icon, children, kind, isOn, onChoose }: MenuItemProps) {
  return (
    <button
      type="button"
      className={kind ? `menu-item ${kind}` : 'menu-item'}
      aria-pressed={isOn}
      onClick={(event) => {
        closeMenuOf(event.currentTarget);
        onChoose();
      }}
    >
      <Icon name={icon} />
      {children}
    </button>
  );
}

interface MenuFormProps {
  readonly form: Form;
  readonly icon: IconName;
  readonly children: string;
  /** Whether the answer is a page of its own: the room is left. */
  readonly leaves?: boolean;
}

/** An entry that posts a form. */
export function MenuForm({ form, icon, children, leaves = false }: MenuFormProps) {
  return (
    <PostForm form={form} quiet={!leaves}>
      <button
        type="submit"
        className="menu-item"
        onClick={({ currentTarget }) => queueMicrotask(() => closeMenuOf(currentTarget))}
      >
        <Icon name={icon} />
        {children}
      </button>
    </PostForm>
  );
}
