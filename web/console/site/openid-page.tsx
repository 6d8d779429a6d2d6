/** Whether the OpenID provider that is set answers as it should, asked now. */
import type { OpenIdAnswer, OpenIdFindings } from '../../../src/console/site/site-data.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Badge, KeyValue, KeyValues, Panel } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';
import { SignOnTestPanel } from './sign-on-test-panel.tsx';
import { SiteHead } from './site-head.tsx';

export function Page() {
  const { openid: texts, saml } = areaTexts('site');
  const toasts = useToasts();
  const setUp = useCall<OpenIdAnswer>('site/openid');
  const check = useSend<OpenIdFindings>('POST');
  return (
    <>
      <SiteHead page="openid" />
      <Loaded call={setUp}>{(answer) => <Ours answer={answer} />}</Loaded>
      <Panel
        title={texts.title}
        actions={
          <ButtonLink to="site?section=signOn" isSmall>
            {saml.allSettings}
          </ButtonLink>
        }
      >
        <p className="c-soft">{texts.lead}</p>
        {SHELL.me.mayWrite && (
          <p>
            <Button
              kind="main"
              isBusy={check.isPending}
              onPress={() => check.mutate({ path: 'site/openid/check' }, { onError: toasts.failed })}
            >
              {texts.check}
            </Button>
          </p>
        )}
        <div role="status">
          {check.data && (
            <ul className="c-mail-kinds">
              {check.data.checks.map(({ id, state }) => (
                <li key={id}>
                  <span>{texts.words[id][state]}</span>
                  <Badge tone={state}>{texts.states[state]}</Badge>
                </li>
              ))}
            </ul>
          )}
          {check.data?.detail !== undefined && (
            <p>
              {texts.detail} <bdi>{check.data.detail}</bdi>
            </p>
          )}
        </div>
      </Panel>
      {SHELL.me.mayWrite && setUp.data?.isUsed && <SignOnTestPanel kind="openid" />}
    </>
  );
}

function Ours({ answer: { redirect, isUsed } }: { readonly answer: OpenIdAnswer }) {
  const { openid: texts } = areaTexts('site');
  return (
    <Panel title={texts.ours}>
      <p className="c-soft">{isUsed ? texts.oursLead : texts.unused}</p>
      <KeyValues>
        <KeyValue name={texts.redirect}>
          <code>{redirect}</code> <CopyButton name={texts.redirect} value={redirect} />
        </KeyValue>
      </KeyValues>
    </Panel>
  );
}
