import Link from 'next/link';
import { Disclosure } from '@/components/ui/disclosure';
import { nameIn, type ApiDocument, type Media, type OperationDoc, type Reply } from '@/lib/api/openapi';
import { CodeBlock } from './code-block';
import { CodedWords } from './coded-words';
import { FieldLine } from './field-line';
import { FieldsList } from './fields-list';
import { MethodMark } from './method-mark';

export type Told = { method: string; path: string; operation: OperationDoc };

const asJson = (value: unknown) => JSON.stringify(value, null, 2);
const exampleOf = (content: Record<string, Media> | undefined) => content?.['application/json']?.example;

/** The request as one types it, with the ids of the examples. */
function curlOf({ method, path, operation }: Told, origin: string): string {
  const value = (name: string) => String(operation.parameters.find((one) => one.name === name)?.example ?? '…');
  const needed = operation.parameters.filter((one) => one.in === 'query' && one.required);
  const query = needed.map(({ name }) => `${name}=${encodeURIComponent(value(name))}`).join('&');
  const url = `${origin}/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => value(name))}${query && `?${query}`}`;
  const body = exampleOf(operation.requestBody?.content);
  const form = operation.requestBody && !operation.requestBody.content['application/json'];
  return [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} '${url}'`,
    ...(operation.security.length > 0 ? [`  -H "Authorization: Bearer $CLAIMBENCH_TOKEN"`] : []),
    ...(operation.parameters.some(({ name }) => name === 'If-Match') ? [`  -H 'If-Match: "3"'`] : []),
    ...(form ? ['  -F file=@bridge.txt'] : []),
    ...(body === undefined ? [] : [`  -H 'Content-Type: application/json'`, `  -d '${asJson(body)}'`]),
  ].join(' \\\n');
}

/** Everything about one operation: how it is asked, what it takes, what it answers and refuses. */
export function OperationPage({
  told,
  beside,
  document,
  origin,
}: {
  told: Told;
  /** The others of its chapter. */
  beside: Told[];
  document: ApiDocument;
  origin: string;
}) {
  const { method, path, operation } = told;
  const chapter = operation.tags[0] ?? '';
  const scope = operation.security.flatMap((one) => one.token ?? [])[0];
  return (
    <div className="grid gap-x-10 px-4 pt-4 md:px-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <nav
        aria-label={chapter}
        className="-ml-2 hidden self-start lg:sticky lg:top-14 lg:block lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto"
      >
        <p className="px-2 pb-1 font-semibold">{chapter}</p>
        <ul>
          {beside.map((one) => (
            <li key={one.operation.operationId}>
              <Link
                href={`/api-docs/${one.operation.operationId}`}
                prefetch={false}
                aria-current={one.operation.operationId === operation.operationId ? 'page' : undefined}
                className="flex items-baseline gap-2 rounded-sm px-2 py-0.5 text-muted hover:bg-hover hover:text-ink aria-[current]:bg-press aria-[current]:text-ink"
              >
                <MethodMark method={one.method} />
                <span className="min-w-0 wrap-anywhere">{one.operation.operationId}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <article className="flex min-w-0 flex-col gap-6">
        <header className="flex flex-col gap-1">
          <h1 className="text-xl font-semibold tracking-tight text-balance">{operation.summary}</h1>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <MethodMark method={method} />
            <code className="min-w-0 font-mono wrap-anywhere">/api/v1{path}</code>
          </p>
          <p className="max-w-2xl pt-1 text-md text-pretty">
            <CodedWords>{operation.description}</CodedWords>
          </p>
          <p className="text-muted">
            {scope ? `With a session, or a token of the scope ${scope}.` : 'Without a session or token.'}
          </p>
        </header>
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <Takes operation={operation} document={document} />
          <CodeBlock label="As a command" code={curlOf(told, origin)} />
        </div>
        <Answers operation={operation} document={document} />
      </article>
    </div>
  );
}

function Takes({ operation, document }: { operation: OperationDoc; document: ApiDocument }) {
  const { parameters, requestBody } = operation;
  const schema = requestBody?.content['application/json']?.schema;
  return (
    <section aria-labelledby="takes" className="min-w-0">
      <h2 id="takes" className="pb-1 text-lg font-semibold">
        What it takes
      </h2>
      {parameters.length > 0 && (
        <ul aria-label="Parameters">
          {parameters.map((one) => (
            <FieldLine
              key={one.name}
              name={one.name}
              schema={one.schema}
              note={one.required ? 'needed' : null}
              about={`${one.description} In the ${one.in === 'header' ? 'headers' : one.in}.`}
            />
          ))}
        </ul>
      )}
      {schema && (
        <div className="pt-3">
          <h3 className="pb-1 font-semibold">Body, as JSON</h3>
          <FieldsList schema={schema} components={document.components.schemas} />
        </div>
      )}
      {requestBody && 'multipart/form-data' in requestBody.content && (
        <p className="pt-3 text-muted">{schema ? 'Or files' : 'Files'} as multipart/form-data, in parts named file.</p>
      )}
      {requestBody && !schema && !('multipart/form-data' in requestBody.content) && (
        <p className="pt-3 text-muted">
          The file itself as the body, as {Object.keys(requestBody.content).join(' or ')}.
        </p>
      )}
      {parameters.length === 0 && !requestBody && <p className="text-muted">Nothing.</p>}
    </section>
  );
}

function Answers({ operation, document }: { operation: OperationDoc; document: ApiDocument }) {
  const replies = Object.entries(operation.responses).map(([status, reply]) => ({
    status,
    reply: '$ref' in reply ? document.components.responses[nameIn(reply.$ref)]! : (reply as Reply),
  }));
  const done = replies.filter(({ status }) => status.startsWith('2'));
  const refused = replies.filter(({ status }) => !status.startsWith('2'));
  return (
    <>
      {done.map(({ status, reply: { content = {} } }) => (
        <section key={status} aria-labelledby={`answer-${status}`} className="min-w-0">
          <h2 id={`answer-${status}`} className="pb-1 text-lg font-semibold">
            It answers <span className="font-mono">{status}</span>
          </h2>
          {content['application/json'] ? (
            <div className="grid items-start gap-6 xl:grid-cols-2">
              <FieldsList
                schema={content['application/json'].schema}
                components={document.components.schemas}
                answered
              />
              <CodeBlock label="For example" code={asJson(content['application/json'].example)} />
            </div>
          ) : (
            <p className="text-muted">
              {Object.keys(content)
                .map((type) => (type === '*/*' ? 'bytes of the type that it names' : type))
                .join(' or ')}
            </p>
          )}
        </section>
      ))}
      <section aria-labelledby="refusals" className="min-w-0">
        <h2 id="refusals" className="pb-1 text-lg font-semibold">
          It refuses with
        </h2>
        <ul>
          {refused.map(({ status, reply }) => (
            <li key={status} className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-1.5">
              <span className="font-mono text-sm font-semibold">{status}</span>
              <span className="min-w-0 flex-1 basis-60">
                <Disclosure summary={reply.description}>
                  {Object.values(reply.content ?? {}).flatMap(({ examples = {} }) =>
                    Object.entries(examples).map(([code, { value }]) => (
                      <div key={code} className="pb-2">
                        <CodeBlock label={code} code={asJson(value)} />
                      </div>
                    )),
                  )}
                </Disclosure>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
