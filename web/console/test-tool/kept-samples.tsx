/** The samples that administrators of the site have saved. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TestSample, TestSamples } from '../../../src/console/test-tool/test-tool-data.ts';
import { Button } from '../parts/button.tsx';
import { SHELL } from '../shell.ts';
import { useCall, useSend } from '../use-call.ts';
import { useTestTexts } from './use-test-texts.ts';

export function KeptSamples() {
  const texts = useTestTexts();
  const { data } = useCall<TestSamples>('test/samples');
  if (!data) return null;
  return (
    <section className="kept-samples" aria-labelledby="kept-samples">
      <h2 id="kept-samples">{texts.samples}</h2>
      {data.samples.length === 0 ? (
        <p className="c-soft">{texts.noSamples}</p>
      ) : (
        <ul>
          {data.samples.map((sample) => (
            <Row key={sample.id} sample={sample} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ sample: { id, name, operation, savedBy } }: { readonly sample: TestSample }) {
  const texts = useTestTexts();
  const { mayWrite } = SHELL.me;
  const [isAsked, setAsked] = useState(false);
  const remove = useSend<object>('DELETE', ['test/samples']);
  const dot = operation.lastIndexOf('.');
  const way = dot > 0 ? `${operation.slice(0, dot)}/${operation.slice(dot + 1)}` : 'ep/GetAPIVersion';
  return (
    <li>
      <Link to={`/test/${way}`} search={{ sample: String(id) } as never} className="name">
        {name}
      </Link>
      <span className="c-soft">
        <code>{operation}</code> · {texts.savedBy(savedBy)}
      </span>
      {mayWrite && !isAsked && (
        <Button kind="quiet" isSmall onPress={() => setAsked(true)} label={texts.deleteSample(name)}>
          {texts.delete}
        </Button>
      )}
      {isAsked && (
        <span className="asked">
          {texts.deleteSure(name)}
          <Button kind="danger" isSmall onPress={() => remove.mutate({ path: `test/samples/${id}` })}>
            {texts.delete}
          </Button>
          <Button kind="quiet" isSmall onPress={() => setAsked(false)}>
            {texts.keep}
          </Button>
        </span>
      )}
    </li>
  );
}
