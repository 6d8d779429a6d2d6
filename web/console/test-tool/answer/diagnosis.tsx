/** Why a request was refused, and how it is mended. */
import type { LogDiagnosis } from '../../../../src/console/log/log-data.ts';
import { sentence } from '../../../../src/request-log/diagnosis/sentences.ts';
import { areaTexts } from '../../texts/console-texts.ts';
import { useTestTexts } from '../use-test-texts.ts';

interface DiagnosisProps {
  readonly why: readonly LogDiagnosis[];
  /** Of its heading. */
  readonly level: 'h2' | 'h3';
}

export function Diagnosis({ why, level: Heading }: DiagnosisProps) {
  const texts = useTestTexts();
  const { causes, mends } = areaTexts('diagnosis');
  return (
    <section className="diagnosis">
      <Heading>{texts.why}</Heading>
      {why.map(({ rule, cause, mend, element, nearest, belongsInto, allowed, manual }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <div key={at}>
          <p>
            {element !== undefined && <code className="name">{element}</code>}{' '}
            <strong>{sentence(cause, causes)}</strong>
          </p>
          <p>{sentence(mend, mends)}</p>
          {nearest !== undefined && <p>{texts.nearest(nearest)}</p>}
          {belongsInto !== undefined && <p>{texts.belongs(belongsInto)}</p>}
          {allowed && (
            <p>
              {texts.allowed}: <code>{allowed.join(', ')}</code>
            </p>
          )}
          <p className="c-soft">
            <code>{rule}</code>
            {manual !== undefined && (
              <>
                {' '}
                · {texts.manual}: <code>{manual}</code>
              </>
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
