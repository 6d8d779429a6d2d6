/** Whether the OpenID provider that is set answers as it should, asked now. */
import type { OpenIdFindings } from '../../../src/console/site/site-data.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { Badge, Panel } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useSend } from '../use-call.ts';
import { SiteHead } from './site-head.tsx';

export function Page() {
  const { openid: texts, saml } = areaTexts('site');
  const toasts = useToasts();
  const check = useSend<OpenIdFindings>('POST');
  return (
    <>
      <SiteHead page="openid" />
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
    </>
  );
}
