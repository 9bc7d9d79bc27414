'use client';
import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SaveState } from '@/components/ui/save-state';
import { Select } from '@/components/ui/select';
import { TextLink } from '@/components/ui/text-link';
import { articleKinds, type Article, type Publisher } from '@/lib/articles/article';
import { dateTyped, writePublished } from '@/lib/articles/published';
import { LanguageField } from './language-field';
import { PublisherField } from './publisher-field';
import { useRowSaves, type Change } from './use-row-saves';

type Props = { article: Article; projectId: string; publishers: Publisher[]; onSaved: (article: Article) => void };
const Cell = ({ children }: { children: ReactNode }) => (
  <td className="border-b border-line px-1 py-2 align-top">{children}</td>
);

/** What is known of one text. A field saves itself when it is left; what is refused stays typed, with the reason under it. */
export function KnownRow({ article, projectId, publishers, onSaved }: Props) {
  const { save, state, problemOf, again } = useRowSaves(article, onSaved);
  const text = (name: keyof Change & string, label: string, value: string, placeholder = '') => (
    <Field label={label} hideLabel error={problemOf(name)}>
      <Input
        defaultValue={value}
        placeholder={placeholder}
        onBlur={(event) => {
          const typed = name === 'publishedAt' ? dateTyped(event.target.value) : event.target.value.trim();
          if (typed !== value || problemOf(name)) save({ [name]: typed === '' && name !== 'title' ? null : typed });
        }}
      />
    </Field>
  );

  return (
    <tr>
      <Cell>
        {text('title', 'Title', article.title)}
        <p className="mt-1 text-sm text-muted">
          <TextLink href={`/projects/${projectId}/articles/${article.id}`}>Read it</TextLink> ·{' '}
          {article.version.length.toLocaleString('en')} characters
        </p>
      </Cell>
      <Cell>
        <PublisherField
          projectId={projectId}
          publishers={publishers}
          value={article.publisher}
          label="Publisher"
          onChoose={(publisherId) => save({ publisherId })}
        />
      </Cell>
      <Cell>
        {text('publishedAt', 'Published', article.published ? writePublished(article.published) : '', '2021-07-28')}
        <div className="mt-1">
          <Checkbox
            checked={article.published?.estimated ?? false}
            onCheckedChange={(publishedEstimated) => save({ publishedEstimated })}
          >
            estimated
          </Checkbox>
        </div>
      </Cell>
      <Cell>{text('url', 'Address', article.url ?? '', 'https://')}</Cell>
      <Cell>
        <Select
          label="Kind"
          value={article.kind}
          onValueChange={(kind) => save({ kind })}
          options={articleKinds.map((kind) => ({ value: kind, label: kind === 'interview' ? 'interview note' : kind }))}
        />
      </Cell>
      <Cell>
        <LanguageField value={article.language} onChoose={(language) => save({ language })} />
      </Cell>
      <Cell>{text('relaysNote', 'Relays', article.relays?.note ?? '', 'whose report')}</Cell>
      <Cell>
        <SaveState state={state} {...(again ? { onRetry: again } : {})} />
      </Cell>
    </tr>
  );
}
