/** Tries a sign-in at the provider of the site, and explains step by step what came of it. */
import type { BegunTest, ShownTest } from '../../../src/console/site/site-data.ts';
import type { SignOnResult } from '../../../src/sign-in/sign-on-tests/sign-on-result.ts';
import { Button } from '../parts/button.tsx';
import { Badge, KeyValue, KeyValues, Panel, TimeText } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';

/** Milliseconds between looks while the provider has not answered. */
const LOOKED_AT = 3_000;

export function SignOnTestPanel({ kind }: { readonly kind: 'saml' | 'openid' }) {
  const texts = areaTexts('site').signOnTest;
  const toasts = useToasts();
  const path = `site/${kind}/test`;
  const newest = useCall<ShownTest>(path, { every: LOOKED_AT });
  const begin = useSend<BegunTest>('POST');
  const test = newest.data;
  return (
    <Panel title={texts.title}>
      <p className="c-soft">{texts.lead}</p>
      <p>
        <Button
          isBusy={begin.isPending}
          onPress={() =>
            begin.mutate(
              { path },
              { onSuccess: ({ url }) => window.location.assign(url), onError: toasts.failed },
            )
          }
        >
          {texts.begin}
        </Button>
      </p>
      <div role="status">
        {test && test.state !== 'none' && (
          <p>
            {texts.states[test.state]} <TimeText at={test.begunAt} as="moment" />
          </p>
        )}
      </div>
      {test?.state === 'ended' && test.result && <Result kind={kind} result={test.result} />}
    </Panel>
  );
}

function Result({ kind, result }: { readonly kind: 'saml' | 'openid'; readonly result: SignOnResult }) {
  const texts = areaTexts('site').signOnTest;
  const { steps, failure, account, attributes } = result;
  const mend = failure && (texts.mends[failure.number] ?? texts.mends[0]);
  return (
    <>
      <p>
        <strong>
          {account && !failure ? texts.outcomes[account.outcome](account.webExID) : texts.broke}
        </strong>
      </p>
      <ol className="c-mail-kinds">
        {steps.map(({ id, state, came }) => (
          <li key={id}>
            <span>
              {texts.steps[kind][id]}
              {came !== undefined && (
                <>
                  {' '}
                  <bdi className="c-soft">{came}</bdi>
                </>
              )}
            </span>
            <Badge tone={state === 'open' ? 'plain' : state}>{texts.stepStates[state]}</Badge>
          </li>
        ))}
      </ol>
      {failure && (
        <KeyValues>
          <KeyValue name={texts.why}>
            <bdi>{failure.detail}</bdi>
          </KeyValue>
          <KeyValue name={texts.mend}>{mend}</KeyValue>
          {kind === 'saml' && <KeyValue name={texts.told}>{texts.error(failure.number)}</KeyValue>}
        </KeyValues>
      )}
      {attributes.length > 0 && (
        <details>
          <summary>{texts.attributes(attributes.length)}</summary>
          <KeyValues>
            {attributes.map(({ name, values }) => (
              <KeyValue key={name} name={name}>
                <bdi>{values.join(', ')}</bdi>
              </KeyValue>
            ))}
          </KeyValues>
        </details>
      )}
    </>
  );
}
