/** One call: what it takes and answers, its code, and a way to send it. */
import { useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { AnswerPart } from './answer-part.tsx';
import { BodyForm } from './body-form.tsx';
import { readBody, shapeOf, writeBody } from './body-value.ts';
import { CodePart } from './code-part.tsx';
import { MemberTable } from './member-table.tsx';
import { Method } from './method.tsx';
import {
  needsToken,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Schema,
  scopesOf,
  typeWords,
} from './openapi-data.ts';
import {
  type Answer,
  bodyProblem,
  type Filled,
  filledAtFirst,
  keyOf,
  prepared,
  send,
} from './request-state.ts';
import { SimpleInput } from './simple-input.tsx';

interface OperationPartProps {
  readonly document: OpenApiDocument;
  readonly operation: Operation;
  readonly token: string;
}

export function OperationPart({ document, operation, token }: OperationPartProps) {
  const texts = useTexts().reference;
  const { method, path, summary, description, parameters, requestBody, responses } = operation;
  const [filled, setFilled] = useState<Filled>(() => filledAtFirst(operation));
  const base = document.servers[0]?.url ?? '/v1';
  const call = prepared(operation, filled, base);
  const body = requestBody?.content['application/json'];
  return (
    <section className="card reference-operation" aria-labelledby="operation">
      <h2 id="operation">
        <Method method={method} /> <span>{path}</span>
      </h2>
      <p>
        <Marked text={summary} />
      </p>
      {description !== undefined && (
        <p className="soft">
          <Marked text={description} />
        </p>
      )}
      <Scopes operation={operation} />
      <form onSubmit={(event) => event.preventDefault()} className="fields" aria-label={`${method} ${path}`}>
        {parameters.length > 0 && (
          <fieldset>
            <legend>{texts.parameters}</legend>
            {parameters.map((parameter) => (
              <ParameterField
                key={keyOf(parameter)}
                parameter={parameter}
                value={filled.values[keyOf(parameter)] ?? ''}
                change={(value) =>
                  setFilled({ ...filled, values: { ...filled.values, [keyOf(parameter)]: value } })
                }
              />
            ))}
          </fieldset>
        )}
        {body && (
          <BodyPart
            document={document}
            schema={body.schema}
            body={filled.body}
            change={(changed) => setFilled({ ...filled, body: changed })}
          />
        )}
        <Sender key={method + path} call={call} token={token} operation={operation} body={filled.body} />
      </form>
      <CodePart call={call} />
      {body?.schema && <MemberTable title={texts.bodyMembers} document={document} schema={body.schema} />}
      {Object.entries(responses).map(([status, { content }]) => {
        const schema = content?.['application/json']?.schema;
        return (
          schema &&
          status.startsWith('2') && (
            <MemberTable
              key={status}
              title={texts.answerMembers(status)}
              document={document}
              schema={schema}
            />
          )
        );
      })}
    </section>
  );
}

/** Names stand between backticks. */
function Marked({ text }: { readonly text: string }) {
  return text.split('`').map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never change places
    at % 2 === 1 ? <code key={at}>{part}</code> : part,
  );
}

function Scopes({ operation }: { readonly operation: Operation }) {
  const texts = useTexts().reference;
  const scopes = scopesOf(operation);
  if (!needsToken(operation)) return <p className="soft">{texts.noToken}</p>;
  if (scopes.length === 0) return <p className="soft">{texts.anyScope}</p>;
  return (
    <p className="soft">
      {texts.scopes}{' '}
      {scopes.map((scope, at) => (
        <span key={scope}>
          {at > 0 && ' · '}
          <code>{scope}</code>
        </span>
      ))}
    </p>
  );
}

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly value: string;
  readonly change: (value: string) => void;
}

function ParameterField({ parameter, value, change }: ParameterFieldProps) {
  const texts = useTexts().reference;
  const { name, in: place, required, description, schema } = parameter;
  const id = `parameter-${place}-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>
        {name} <span className="soft">{required ? texts.required : texts.places[place]}</span>
      </label>
      <SimpleInput
        id={id}
        schema={schema}
        value={value}
        change={change}
        isRequired={required ?? false}
        describedBy={`${id}-hint`}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {description ?? typeWords(schema)}
        {schema.format === 'date-time' && ' · UTC'}
      </p>
    </div>
  );
}

interface BodyPartProps {
  readonly document: OpenApiDocument;
  readonly schema: Schema | undefined;
  readonly body: string;
  readonly change: (body: string) => void;
}

/** The form and the JSON, which is sent. What is no JSON is mended first: no field could show it. */
function BodyPart({ document, schema, body, change }: BodyPartProps) {
  const texts = useTexts().reference;
  const hasForm = schema !== undefined && shapeOf(document, schema).is === 'object';
  const isHeld = bodyProblem(body) !== undefined;
  return (
    <div className="reference-body">
      {hasForm && isHeld && <p className="notice">{texts.formHeld}</p>}
      {hasForm && !isHeld && (
        <BodyForm
          document={document}
          schema={schema}
          value={readBody(body)}
          change={(value) => change(writeBody(value))}
        />
      )}
      <BodyField body={body} change={change} />
    </div>
  );
}

function BodyField({ body, change }: { readonly body: string; readonly change: (body: string) => void }) {
  const texts = useTexts().reference;
  const problem = bodyProblem(body);
  return (
    <div className="field">
      <label htmlFor="reference-body">{texts.body}</label>
      <textarea
        id="reference-body"
        className="code"
        rows={Math.min(24, Math.max(6, body.split('\n').length + 1))}
        value={body}
        onChange={({ target }) => change(target.value)}
        spellCheck={false}
        autoCapitalize="none"
        aria-invalid={problem !== undefined || undefined}
        aria-describedby="reference-body-hint"
      />
      <p className="field-hint" id="reference-body-hint" role="status">
        {problem === undefined ? texts.bodyHint : `${texts.noJson} ${problem}`}
      </p>
    </div>
  );
}

interface SenderProps {
  readonly call: ReturnType<typeof prepared>;
  readonly token: string;
  readonly operation: Operation;
  readonly body: string;
}

function Sender({ call, token, operation, body }: SenderProps) {
  const texts = useTexts().reference;
  const [answer, setAnswer] = useState<Answer>();
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle');
  const lacksToken = needsToken(operation) && token === '';
  const { missing } = call;
  const hasBadBody = bodyProblem(body) !== undefined;
  const isHeld = lacksToken || missing.length > 0 || hasBadBody || state === 'sending';
  const submit = async () => {
    setState('sending');
    try {
      setAnswer(await send(call, token));
      setState('idle');
    } catch {
      setAnswer(undefined);
      setState('failed');
    }
  };
  return (
    <>
      <div className="reference-send">
        <button type="submit" aria-disabled={isHeld || undefined} onClick={isHeld ? undefined : submit}>
          {texts.send}
        </button>
        <span className="soft" role="status">
          {lacksToken
            ? texts.lacksToken
            : missing.length > 0
              ? texts.missing(missing.join(', '))
              : call.method === 'GET'
                ? ''
                : texts.real}
        </span>
      </div>
      {state === 'failed' && (
        <p className="notice bad" role="alert">
          {texts.notSent}
        </p>
      )}
      {answer && <AnswerPart answer={answer} />}
    </>
  );
}
