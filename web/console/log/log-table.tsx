/** Lines of the log. On a phone each is a card. */
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { LogLine, LogResult } from '../../../src/console/log/log-data.ts';
import { Badge, TimeText, type Tone } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';

export const TONES: Readonly<Record<LogResult, Tone>> = { ok: 'good', refused: 'attention', fault: 'bad' };

export function LogTable({ lines }: { readonly lines: readonly LogLine[] }) {
  const { title, columns } = areaTexts('log');
  return (
    <table className="log-table">
      <caption className="c-unseen">{title}</caption>
      <thead>
        <tr>
          {(['time', 'face', 'operation', 'caller', 'result', 'ms', 'bytes'] as const).map((name) => (
            <th key={name} scope="col" className={name}>
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.entry} line={line} />
        ))}
      </tbody>
    </table>
  );
}

const Row = memo(({ line }: { readonly line: LogLine }) => {
  const texts = areaTexts('log');
  const {
    entry,
    at,
    id,
    face,
    operation,
    caller,
    address,
    result,
    reason,
    exceptionID,
    ms,
    bytesIn,
    bytesOut,
    hints,
  } = line;
  return (
    <tr className={reason === undefined ? result : `${result} has-reason`}>
      <td className="time">
        <TimeText at={at} as="exact" />
      </td>
      <td className="face">{texts.faces[face]}</td>
      <th scope="row" className="operation">
        <Link to={`/log/${entry}`}>
          <bdi>{operation ?? id}</bdi>
        </Link>
        {hints > 0 && <span className="hint-count">{texts.hints(hints)}</span>}
      </th>
      <td className="caller">
        {caller === undefined ? <span className="c-soft">{texts.nobody}</span> : <bdi>{caller}</bdi>}
        {address !== undefined && <span className="address">{address}</span>}
      </td>
      <td className="result">
        <Badge tone={TONES[result]}>{texts.results[result]}</Badge>
        {reason !== undefined && (
          <span className="reason" title={reason}>
            {exceptionID !== undefined && <code>{exceptionID}</code>} {reason}
          </span>
        )}
      </td>
      <td className="ms">{ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString()}</td>
      <td className="bytes">
        {bytesIn.toLocaleString()} / {bytesOut.toLocaleString()}
      </td>
    </tr>
  );
});
Row.displayName = 'Row';
