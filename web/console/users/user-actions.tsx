/** What is done to an account at once. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserAnswer } from '../../../src/console/users/users-data.ts';
import { callApi } from '../api-client.ts';
import { ActionMenu, type MenuAction } from '../parts/action-menu.tsx';
import { Button } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { PasswordDialog } from './password-dialog.tsx';

interface UserActionsProps {
  readonly user: UserAnswer;
  readonly path: string;
}

export function UserActions({ user, path }: UserActionsProps) {
  const texts = areaTexts('users').actions;
  const confirm = useConfirm();
  const toasts = useToasts();
  const client = useQueryClient();
  const [setsPassword, setSetsPassword] = useState(false);
  if (!SHELL.me.mayWrite) return null;
  const { isManaged, isOwn, usesPasswords, standing } = user;
  const name = `${user.firstName} ${user.lastName}`.trim();

  const act = async (deed: string, said: string) => {
    try {
      await callApi('POST', `${path}/${deed}`, { body: {} });
      toasts.said(said);
      await client.invalidateQueries({ queryKey: [path] });
      await client.invalidateQueries({ queryKey: ['users'] });
    } catch (error) {
      toasts.failed(error as Error);
    }
  };
  const deactivate = async () => {
    const { title, body, action, done } = texts.deactivate;
    if (await confirm({ title: title(name), body, action, isDanger: true })) await act('deactivate', done);
  };
  const signOut = async () => {
    const { title, body, action, done } = texts.signOut;
    if (await confirm({ title: title(name), body, action })) await act('sign-out', done);
  };
  const isActive = standing !== 'inactive' && standing !== 'awaiting';
  const more: MenuAction[] = [
    ...(isManaged && usesPasswords && isActive
      ? [
          {
            id: 'reset',
            words: texts.reset.words,
            onAction: () => void act('reset-password', texts.reset.done(user.email)),
          },
        ]
      : []),
    ...(isManaged && usesPasswords
      ? [{ id: 'password', words: texts.setPassword, onAction: () => setSetsPassword(true) }]
      : []),
    { id: 'out', words: texts.signOut.action, onAction: () => void signOut() },
    ...(isManaged && isActive && !isOwn
      ? [
          {
            id: 'deactivate',
            words: texts.deactivate.action,
            isDanger: true,
            onAction: () => void deactivate(),
          },
        ]
      : []),
  ];
  return (
    <>
      {standing === 'locked' && (
        <Button kind="main" onPress={() => void act('unlock', texts.unlock.done)}>
          {texts.unlock.words}
        </Button>
      )}
      {isManaged && !isActive && !isOwn && (
        <Button kind="main" onPress={() => void act('activate', texts.activate.done)}>
          {texts.activate.words}
        </Button>
      )}
      <ActionMenu actions={more} />
      {setsPassword && (
        <PasswordDialog
          path={path}
          onClose={() => {
            setSetsPassword(false);
            void client.invalidateQueries({ queryKey: [path] });
          }}
        />
      )}
    </>
  );
}
