import { TextLink } from '@/components/ui/text-link';
import { recipe } from '@/lib/webhooks/recipe';
import { CodeBlock } from './code-block';

interface ApiOpeningProps {
  origin: string;
  /** Requests a minute for each token. */
  rate: number;
}

/** What holds for every operation, in the length of one screen. */
export const ApiOpening = ({ origin, rate }: ApiOpeningProps) => (
  <div className="grid items-start gap-x-10 gap-y-4 pb-8 xl:grid-cols-2">
    <div className="flex max-w-2xl flex-col gap-2 text-md text-pretty">
      <p>
        What the screens do, scripts and other programs do through the same door, with the same rules. Make a{' '}
        <TextLink href="/account">token</TextLink>: it may do what you may do, or only read, until it ends or is
        revoked.
      </p>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-base marker:text-faint">
        <li>
          Lists answer <Code>items</Code> and <Code>nextCursor</Code>; send it as <Code>cursor</Code> for the next page.
        </li>
        <li>
          What is shared has a <Code>version</Code>. A change sends the one that was seen in <Code>If-Match</Code>; 412
          brings the current one.
        </li>
        <li>
          With an <Code>Idempotency-Key</Code> a write may be sent again: it is done once.
        </li>
        <li>
          Refusals are problem documents with a stable <Code>code</Code>. In this order: 401, 404, 403, 422, 428, 412,
          409.
        </li>
        <li>Offsets count UTF-16 code units, the end exclusive. Times are ISO 8601 in UTC.</li>
        <li>
          A token may ask {rate.toLocaleString('en')} times a minute. <Code>RateLimit</Code> says how much is left;
          after 429 wait as long as <Code>Retry-After</Code> says.
        </li>
        <li>
          To keep up with a project, follow <TextLink href="/api-docs/listChanges">its changes</TextLink> by cursor, or
          have an address told of them by a <TextLink href="/api-docs/addWebhook">webhook</TextLink>: each delivery is
          signed as Standard Webhooks has it, comes again until it is answered 2xx, and keeps its{' '}
          <Code>webhook-id</Code>.
        </li>
      </ul>
    </div>
    <div className="flex min-w-0 flex-col gap-4">
      <CodeBlock
        label="The first request"
        code={`export CLAIMBENCH_TOKEN=cb_…\ncurl '${origin}/api/v1/projects' \\\n  -H "Authorization: Bearer $CLAIMBENCH_TOKEN"`}
      />
      <CodeBlock label="Whether a webhook is genuine, in JavaScript" code={recipe} />
    </div>
  </div>
);

const Code = ({ children }: { children: string }) => <code className="font-mono text-sm">{children}</code>;
