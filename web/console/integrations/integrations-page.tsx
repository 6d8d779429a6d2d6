/** Programs that people of the site let act for them. */
import { useState } from 'react';
import type { IntegrationsAnswer } from '../../../src/console/integrations/integrations-data.ts';
import { Button } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, EmptyState, KeyValue, KeyValues, Panel, TimeText } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { CopyText } from '../test-tool/code-samples.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { IntegrationForm } from './integration-form.tsx';

const PATH = 'integrations';

type Integration = IntegrationsAnswer['integrations'][number];

export function Page() {
  const texts = areaTexts('integrations');
  const call = useCall<IntegrationsAnswer>(PATH);
  const [edited, setEdited] = useState<Integration | 'new'>();
  const [secret, setSecret] = useState<string>();
  const add = SHELL.me.mayWrite && (
    <Button kind="main" icon="plus" onPress={() => setEdited('new')}>
      {texts.add}
    </Button>
  );
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead} actions={add} />
      <Loaded call={call}>
        {({ integrations, scopes, authorizeURL, tokenURL }) => (
          <>
            {integrations.length === 0 && (
              <EmptyState title={texts.none} action={add}>
                {texts.noneHint}
              </EmptyState>
            )}
            {integrations.map((one) => (
              <One key={one.id} integration={one} onEdit={() => setEdited(one)} onSecret={setSecret} />
            ))}
            <Panel title={texts.addresses}>
              <KeyValues>
                <KeyValue name={texts.authorizeURL}>
                  <code>{authorizeURL}</code>
                </KeyValue>
                <KeyValue name={texts.tokenURL}>
                  <code>{tokenURL}</code>
                </KeyValue>
              </KeyValues>
            </Panel>
            {edited && (
              <IntegrationForm
                integration={edited === 'new' ? undefined : edited}
                scopes={scopes}
                onDone={(made) => {
                  setEdited(undefined);
                  if (made) setSecret(made);
                }}
              />
            )}
          </>
        )}
      </Loaded>
      {secret !== undefined && <Secret secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}

interface OneProps {
  readonly integration: Integration;
  readonly onEdit: () => void;
  readonly onSecret: (secret: string) => void;
}

function One({ integration, onEdit, onSecret }: OneProps) {
  const texts = areaTexts('integrations');
  const { name, clientID, redirectURIs, scopes, isPublic, enabled, grants, createdAt } = integration;
  return (
    <Panel
      title={name}
      actions={SHELL.me.mayWrite && <Deeds integration={integration} onEdit={onEdit} onSecret={onSecret} />}
    >
      <KeyValues>
        <KeyValue name={texts.state}>
          <Badge tone={enabled ? 'good' : 'plain'}>{enabled ? texts.on : texts.off}</Badge>{' '}
          {isPublic && <Badge>{texts.isPublic}</Badge>}
        </KeyValue>
        <KeyValue name={texts.clientID}>
          <code>{clientID}</code>
        </KeyValue>
        <KeyValue name={texts.redirectURIs}>
          {redirectURIs.map((address) => (
            <div key={address}>
              <code>{address}</code>
            </div>
          ))}
        </KeyValue>
        <KeyValue name={texts.scopes}>
          {scopes.map((scope) => (
            <div key={scope}>{texts.scope(scope)}</div>
          ))}
        </KeyValue>
        <KeyValue name={texts.grants}>{texts.people(grants)}</KeyValue>
        <KeyValue name={texts.registered}>
          <TimeText at={createdAt} />
        </KeyValue>
      </KeyValues>
    </Panel>
  );
}

function Deeds({ integration, onEdit, onSecret }: OneProps) {
  const texts = areaTexts('integrations');
  const { id, name, isPublic, enabled, grants, version } = integration;
  const confirm = useConfirm();
  const toasts = useToasts();
  const change = useSend<object>('PUT', [PATH]);
  const rotate = useSend<{ readonly secret: string }>('POST', [PATH]);
  const revoke = useSend<object>('POST', [PATH]);
  const remove = useSend<object>('DELETE', [PATH]);
  const path = `${PATH}/${id}`;
  const said = (words: string) => ({ onSuccess: () => toasts.said(words), onError: toasts.failed });
  const ask = async (deed: keyof typeof texts.asks, then: () => void) => {
    const { title, body, action } = texts.asks[deed];
    if (await confirm({ title: title(name), body, action, isDanger: true })) then();
  };
  return (
    <>
      <Button isSmall onPress={onEdit} label={texts.editName(name)}>
        {texts.edit}
      </Button>
      <Button
        isSmall
        isBusy={change.isPending}
        label={enabled ? texts.disableName(name) : texts.enableName(name)}
        onPress={() =>
          change.mutate(
            { path, body: { version, enabled: !enabled } },
            said(enabled ? texts.disabled : texts.enabled),
          )
        }
      >
        {enabled ? texts.disable : texts.enable}
      </Button>
      {!isPublic && (
        <Button
          isSmall
          label={texts.rotateName(name)}
          onPress={() =>
            void ask('rotate', () =>
              rotate.mutate(
                { path: `${path}/secret`, body: {} },
                { onSuccess: ({ secret }) => onSecret(secret), onError: toasts.failed },
              ),
            )
          }
        >
          {texts.rotate}
        </Button>
      )}
      {grants > 0 && (
        <Button
          isSmall
          label={texts.revokeName(name)}
          onPress={() =>
            void ask('revoke', () => revoke.mutate({ path: `${path}/revoke`, body: {} }, said(texts.revoked)))
          }
        >
          {texts.revoke}
        </Button>
      )}
      <Button
        isSmall
        kind="danger"
        label={texts.deleteName(name)}
        onPress={() => void ask('delete', () => remove.mutate({ path }, said(texts.deleted)))}
      >
        {texts.delete}
      </Button>
    </>
  );
}

function Secret({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const texts = areaTexts('integrations');
  return (
    <Dialog
      isOpen
      isHeld
      title={texts.secretTitle}
      onClose={onClose}
      actions={
        <>
          <CopyText text={secret} words={{ copy: texts.copy, copied: texts.copied }} />
          <Button onPress={onClose}>{texts.close}</Button>
        </>
      }
    >
      <p>{texts.secretHint}</p>
      <p>
        <code>{secret}</code>
      </p>
    </Dialog>
  );
}
