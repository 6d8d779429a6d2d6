/** Sign-on by SAML, step by step: what the provider needs of us, what we need of it, and whether all is well. */
import { useId, useState } from 'react';
import type {
  SamlAnswer,
  SamlProposal,
  SettingsSaved,
  ShownCertificate,
} from '../../../src/console/site/site-data.ts';
import { Button, ButtonAnchor, ButtonLink } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Badge, KeyValue, KeyValues, Panel, TimeText } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { SignOnTestPanel } from './sign-on-test-panel.tsx';
import { SiteHead } from './site-head.tsx';

export function Page() {
  const call = useCall<SamlAnswer>('site/saml');
  return (
    <>
      <SiteHead page="saml" />
      <Loaded call={call}>{(answer) => <Steps answer={answer} />}</Loaded>
    </>
  );
}

function Steps({ answer }: { readonly answer: SamlAnswer }) {
  const texts = areaTexts('site').saml;
  const { ours, certificates, checks } = answer;
  return (
    <>
      <Panel
        title={texts.ours}
        actions={
          <ButtonAnchor
            href={new URL(ours.metadata).pathname + new URL(ours.metadata).search}
            icon="download"
            isDownload
          >
            {texts.download}
          </ButtonAnchor>
        }
      >
        <p className="c-soft">{texts.oursLead}</p>
        <KeyValues>
          <KeyValue name={texts.entityID}>
            <code>{ours.entityID}</code> <CopyButton name={texts.entityID} value={ours.entityID} />
          </KeyValue>
          <KeyValue name={texts.consumer}>
            <code>{ours.consumer}</code> <CopyButton name={texts.consumer} value={ours.consumer} />
          </KeyValue>
          <KeyValue name={texts.logout}>
            <code>{ours.logout}</code> <CopyButton name={texts.logout} value={ours.logout} />
          </KeyValue>
        </KeyValues>
      </Panel>
      {SHELL.me.mayWrite && <Theirs />}
      <Panel
        title={texts.checks}
        actions={
          <ButtonLink to="site?section=signOn" isSmall>
            {texts.allSettings}
          </ButtonLink>
        }
      >
        <ul className="c-mail-kinds">
          {checks.map(({ id, state }) => (
            <li key={id}>
              <span>{texts.checkWords[id][state]}</span>
              <Badge tone={state}>{texts.states[state]}</Badge>
            </li>
          ))}
        </ul>
        <Certificates certificates={certificates} />
      </Panel>
      {SHELL.me.mayWrite && <SignOnTestPanel kind="saml" />}
    </>
  );
}

function Certificates({ certificates }: { readonly certificates: readonly ShownCertificate[] }) {
  const texts = areaTexts('site').saml;
  return (
    <KeyValues>
      {certificates.map(({ subject, until, fingerprint, state }, at) => (
        <KeyValue key={fingerprint} name={texts.certificate(at + 1)}>
          <bdi>{subject}</bdi> <Badge tone={TONES[state]}>{texts.certificateStates[state]}</Badge>
          <br />
          {texts.until} <TimeText at={until} as="date" />
        </KeyValue>
      ))}
    </KeyValues>
  );
}

const TONES = {
  good: 'good',
  soon: 'attention',
  early: 'attention',
  expired: 'bad',
  unreadable: 'bad',
} as const;

function Theirs() {
  const texts = areaTexts('site').saml;
  const toasts = useToasts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [file, setFile] = useState<File>();
  const read = useSend<SamlProposal>('POST');
  const save = useSend<SettingsSaved>('PATCH', ['site/']);
  const look = (metadata: string) =>
    read.mutate({ path: 'site/saml/metadata', body: { metadata } }, { onError: toasts.failed });
  const take = ({ values, was }: SamlProposal) =>
    save.mutate(
      { path: 'site/settings', body: { values, was } },
      {
        onSuccess() {
          toasts.said(texts.taken);
          read.reset();
          setTyped('');
          setFile(undefined);
        },
        onError: toasts.failed,
      },
    );
  return (
    <Panel title={texts.theirs}>
      <p className="c-soft">{texts.theirsLead}</p>
      <FileDrop
        label={texts.file}
        accept=".xml,text/xml,application/xml"
        file={file}
        onFile={(chosen) => {
          setFile(chosen);
          void chosen.text().then(look);
        }}
      />
      <div className="c-field">
        <label htmlFor={id}>{texts.paste}</label>
        <textarea id={id} rows={5} value={typed} onChange={({ target }) => setTyped(target.value)} />
      </div>
      <p>
        <Button isDisabled={typed.trim() === ''} isBusy={read.isPending} onPress={() => look(typed)}>
          {texts.read}
        </Button>
      </p>
      {read.data && (
        <>
          <h3>{texts.found}</h3>
          <KeyValues>
            {Object.entries(read.data.values)
              .filter(([path]) => path !== 'samlSSO.idpCertificates')
              .map(([path, value]) => (
                <KeyValue
                  key={path}
                  name={areaTexts('site').settings[path]?.[0] ?? texts.names[path] ?? path}
                >
                  <bdi>{String(value) || '–'}</bdi>
                </KeyValue>
              ))}
          </KeyValues>
          <Certificates certificates={read.data.certificates} />
          <p>
            <Button kind="main" isBusy={save.isPending} onPress={() => read.data && take(read.data)}>
              {texts.take}
            </Button>
          </p>
        </>
      )}
    </Panel>
  );
}
