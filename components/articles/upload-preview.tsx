'use client';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { notifyProblem } from '@/components/ui/notify';
import { TextLink } from '@/components/ui/text-link';
import { getText, Problem } from '@/lib/api/client';
import type { Encoding, Upload } from '@/lib/articles/upload';
import { EncodingField } from './encoding-field';
import { measuresOf } from './upload-measures';
import type { Preview } from './readings';

type Props = {
  projectId: string;
  preview: Preview;
  onTake: () => void;
  onDiscard: () => void;
  onConvert: (encoding: Encoding) => void;
};

/** What the file says of itself, to be corrected in the grid once it is in. */
function Says({ upload }: { upload: Upload }) {
  const { title, byline, site, publishedAt, url, language } = upload;
  const said = [site, byline, publishedAt, language, url && new URL(url).host].filter(Boolean);
  return (
    <>
      {title ? (
        <p dir="auto" lang={language ?? ''} className="mt-1 font-serif text-md font-semibold wrap-anywhere">
          {title}
        </p>
      ) : null}
      {said.length > 0 ? <p className="text-muted wrap-anywhere">{said.join(' · ')}</p> : null}
    </>
  );
}

/** The text that was read from a file, to be looked over before it comes in. */
export function UploadPreview({ projectId, preview, onTake, onDiscard, onConvert }: Props) {
  const { upload, again, problem } = preview;
  const [whole, setWhole] = useState<{ version: number; text: string } | null>(null);
  const shown = whole?.version === upload.version ? whole.text : upload.opening;
  const partly = shown.length < upload.length;

  async function showAll() {
    try {
      setWhole({ version: upload.version, text: await getText('readUploadText', { id: upload.id }) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem('The text could not be shown', { description: error.message });
    }
  }
  return (
    <li aria-label={upload.name} className="border-b border-line py-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 dir="auto" className="font-medium wrap-anywhere">
          {upload.name}
        </h3>
        <span className="text-muted">{measuresOf(upload)}</span>
        {upload.same ? (
          <>
            <Badge tone="warn">already here</Badge>
            <TextLink href={`/projects/${projectId}/articles/${upload.same.articleId}`}>
              <bdi lang="">{upload.same.title}</bdi>
            </TextLink>
          </>
        ) : null}
        <span className="ml-auto flex gap-2">
          <Button size="small" onClick={onDiscard} aria-label={`Leave ${upload.name} out`}>
            Leave out
          </Button>
          {/* What is here already is not offered to come a second time. */}
          {upload.same ? null : (
            <Button
              size="small"
              variant="primary"
              disabled={again}
              onClick={onTake}
              aria-label={`Bring ${upload.name} in`}
            >
              Bring in
            </Button>
          )}
        </span>
      </div>
      <Says upload={upload} />
      {upload.warnings.map((warning) => (
        <p key={warning} className="text-warn">
          {warning}
        </p>
      ))}
      {upload.encoding ? (
        <EncodingField
          encoding={upload.encoding}
          sure={upload.encodingSure}
          busy={again}
          problem={problem}
          onChoose={onConvert}
        />
      ) : null}
      <div
        role="region"
        aria-label={`Text of ${upload.name}`}
        tabIndex={0}
        dir="auto"
        lang={upload.language ?? ''}
        className="mt-2 max-h-56 max-w-3xl overflow-y-auto rounded-md border border-line bg-sheet px-3 py-2 font-serif leading-normal wrap-anywhere whitespace-pre-wrap"
      >
        {shown}
      </div>
      {partly ? (
        <Button size="small" variant="quiet" onClick={() => void showAll()}>
          Show all {upload.length.toLocaleString('en')} characters
        </Button>
      ) : null}
    </li>
  );
}
