'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Refusal } from '@/components/live/refusal';
import { useHighlights } from '@/components/highlights/use-highlights';
import { useSend } from '@/components/live/use-send';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { api, keyOf } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';
import { savedWords } from './carried-words';
import { CorrectionPreview } from './correction-preview';
import { CorrectionText } from './correction-text';
import { NewerVersion } from './newer-version';
import { TypedAgain } from './typed-again';
import { useText } from './use-text';
import type { useTypedText } from './use-typed-text';
import { useUploadText } from './use-upload-text';
import type { Preview } from './readings';
import { useUploads } from './use-uploads';

interface BringCorrectionProps {
  article: Article;
  typed: ReturnType<typeof useTypedText>;
  reason: ReturnType<typeof useTypedText>;
  /** The number of the version that the typed text was made from. */
  base: ReturnType<typeof useTypedText>;
  onDone: () => void;
  mayClose: boolean;
}

const stillNeeded = (isUsable: boolean, reason: string): string =>
  [isUsable ? '' : 'a corrected text', reason.trim() ? '' : 'why it came'].filter(Boolean).join(' and ');

/** A corrected text: brought in, looked at with what it would do to the highlights, and saved only then. */
export function BringCorrection({ article, typed, reason, base: begun, onDone, mayClose }: BringCorrectionProps) {
  const { number: current } = article.version;
  const highlights = useHighlights(article.id).data?.items;
  const queries = useQueryClient();
  const { busy, problem, send } = useSend();
  const uploads = useUploads(article.projectId);
  const read = uploads.readings.filter((reading): reading is Preview => reading.state === 'preview');
  const upload = read.length === 1 ? read[0]!.upload : null;
  // Read anew, or on its way out.
  const changing = read.some(({ again }) => again);
  const fromFile = useUploadText(upload);
  const text = uploads.readings.length === 0 ? typed.text : ((upload && fromFile.data) ?? '');
  // What somebody corrects is what they began with, also when they come back to it, until they have seen what came meanwhile.
  const isBegun = typed.text !== '' || uploads.readings.length > 0;
  const begunFrom = isBegun ? Number(begun.text) || current : current;
  const newer = current === begunFrom ? null : current;
  const old = useText(article.id, begunFrom);
  const begin = (from: number) => begun.write(String(from));

  function write(next: string) {
    if (!isBegun) begin(current);
    typed.write(next);
  }
  function drop(files: File[]) {
    if (!isBegun) begin(current);
    uploads.drop(files);
  }
  async function save() {
    const body = { ...(upload ? { uploadId: upload.id } : { text }), reason: reason.text.trim(), of: begunFrom };
    const answer = await send(() => api('reviseArticle', { params: { id: article.id }, body }));
    if (!answer) return;
    queries.setQueryData(keyOf('findArticle', { id: article.id }), answer.article);
    for (const name of ['listVersions', 'listHighlights'])
      void queries.invalidateQueries({ queryKey: [name, { id: article.id }] });
    const said = savedWords(answer);
    announce(said);
    notify(said);
    typed.forget(typed.text);
    reason.forget(reason.text);
    begun.forget(begun.text);
    uploads.readings.forEach(({ key }) => uploads.close(key));
    onDone();
  }

  const same = text !== '' && text === old.data;
  const blank = text !== '' && text.trim() === '';
  const usable = text !== '' && !same && !blank;
  const missing = stillNeeded(usable, reason.text);
  return (
    <section aria-label="Bring in a corrected version" className="flex max-w-5xl flex-col gap-4">
      <p className="max-w-prose text-muted">
        The text as it stands now stays as version {begunFrom}. Every highlight is looked for in the corrected text;
        what is not found with confidence is kept in a list, and nothing is saved before you have seen it.
      </p>
      {typed.again || reason.again ? (
        <TypedAgain onBegin={() => [typed, reason].forEach(({ write }) => write(''))} />
      ) : null}
      <CorrectionText lang={article.language} text={typed.text} onText={write} uploads={{ ...uploads, drop }} />
      <Field label="Why this version" hint="For example: the outlet printed a correction on 3 November.">
        <Input value={reason.text} onValueChange={reason.write} maxLength={500} autoComplete="off" />
      </Field>
      {same ? (
        <p className="text-muted">These are the very bytes of version {begunFrom}: nothing to bring in.</p>
      ) : null}
      {blank ? <p className="text-muted">There are no words in this text.</p> : null}
      {newer === null ? null : <NewerVersion articleId={article.id} number={newer} onCompare={() => begin(newer)} />}
      {usable && newer === null && old.data !== undefined && highlights ? (
        <CorrectionPreview article={article} oldText={old.data} newText={text} highlights={highlights} />
      ) : null}
      <Refusal problem={problem} />
      <div className="flex flex-wrap items-baseline gap-2">
        <Button
          variant="primary"
          disabled={missing !== '' || busy || changing || newer !== null}
          onClick={() => void save()}
        >
          {`Save as version ${begunFrom + 1}`}
        </Button>
        {mayClose ? <Button onClick={onDone}>Not now</Button> : null}
        {missing ? <p className="text-muted">Still needed: {missing}.</p> : null}
      </div>
    </section>
  );
}
