/** What does something, and links that look like it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Icon, type IconName } from './icon.tsx';

export type ButtonKind = 'main' | 'second' | 'quiet' | 'danger';

interface LookProps {
  /** `second` without a word. A page has one `main`. */
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  readonly isSmall?: boolean | undefined;
  readonly children?: ReactNode;
}

export interface ButtonProps extends LookProps {
  readonly onPress?: (() => void) | undefined;
  /** It is being done: nothing happens a second time. */
  readonly isBusy?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** What is read out, where the words alone do not say it. */
  readonly label?: string | undefined;
  /** Of a dialog: closes it (`close`). */
  readonly slot?: string | undefined;
}

export function Button({ kind, icon, isSmall, children, onPress, isBusy, label, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={lookOf({ kind, isSmall, isBare: children === undefined })}
      isPending={isBusy ?? false}
      {...(onPress && { onPress: () => onPress() })}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

interface ButtonLinkProps extends LookProps {
  /** Below the console, such as `users/new`. */
  readonly to: string;
}

export function ButtonLink({ to, icon, children, ...look }: ButtonLinkProps) {
  return (
    <Link to={`/${to}`} className={lookOf(look)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** To another page of the site, or to a file that is saved. */
export function ButtonAnchor({
  href,
  isDownload,
  icon,
  children,
  ...look
}: LookProps & { readonly href: string; readonly isDownload?: boolean }) {
  return (
    <a href={href} className={lookOf(look)} download={isDownload ? '' : undefined}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

function lookOf({ kind = 'second', isSmall, isBare }: LookProps & { readonly isBare?: boolean }): string {
  return `c-button c-${kind}${isSmall ? ' c-small' : ''}${isBare ? ' c-bare' : ''}`;
}
