/** The tokens of somebody, and the integrations that act for them. */
import type { UserTokensAnswer } from '../../../src/console/integrations/integrations-data.ts';
import { Button } from '../parts/button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Panel, TimeText } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall, useSend } from '../use-call.ts';

export function UserTokens({ path }: { readonly path: string }) {
  const texts = areaTexts('users').tokens;
  const call = useCall<UserTokensAnswer>(`${path}/tokens`);
  return (
    <Loaded call={call}>
      {({ tokens, grants }) => (
        <Panel title={texts.title}>
          {tokens.length + grants.length === 0 && <p className="c-soft">{texts.none}</p>}
          <ul className="user-devices">
            {tokens.map(({ id, name, usedAt, scopes }) => (
              <Line
                key={`t${id}`}
                name={name}
                usedAt={usedAt}
                scopes={scopes}
                path={`${path}/tokens/${id}`}
                of={path}
              />
            ))}
            {grants.map(({ id, name, usedAt, scopes }) => (
              <Line
                key={`g${id}`}
                name={name}
                usedAt={usedAt}
                scopes={scopes}
                path={`${path}/grants/${id}`}
                of={path}
                isApp
              />
            ))}
          </ul>
        </Panel>
      )}
    </Loaded>
  );
}

interface LineProps {
  readonly name: string;
  readonly usedAt: number | null;
  readonly scopes: readonly string[];
  /** What ends it. */
  readonly path: string;
  readonly of: string;
  readonly isApp?: boolean;
}

function Line({ name, usedAt, scopes, path, of, isApp = false }: LineProps) {
  const texts = areaTexts('users').tokens;
  const toasts = useToasts();
  const revoke = useSend<object>('DELETE', [`${of}/tokens`]);
  return (
    <li>
      <span>
        <bdi>{isApp ? texts.app(name) : name}</bdi>
      </span>
      <span className="c-soft c-figures">
        {scopes.join(' ')} · {usedAt === null ? texts.unused : <TimeText at={usedAt} />}
      </span>
      {SHELL.me.mayWrite && (
        <Button
          isSmall
          isBusy={revoke.isPending}
          label={texts.revokeName(name)}
          onPress={() =>
            revoke.mutate({ path }, { onSuccess: () => toasts.said(texts.revoked), onError: toasts.failed })
          }
        >
          {texts.revoke}
        </Button>
      )}
    </li>
  );
}
