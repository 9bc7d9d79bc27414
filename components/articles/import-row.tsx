'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SaveState } from '@/components/ui/save-state';
import { Select } from '@/components/ui/select';
import { TextLink } from '@/components/ui/text-link';
import { api, Problem, type InputOf } from '@/lib/api/client';
import { articleKinds, type Article, type Publisher } from '@/lib/articles/article';
import { writePublished } from '@/lib/articles/published';
import { PublisherField } from './publisher-field';

type Props = { article: Article; projectId: string; publishers: Publisher[]; onSaved: (article: Article) => void };
type Change = InputOf<'saveArticle'>;

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="border-b border-line px-1 py-2 align-top">{children}</td>
);

/** One text of the import. A field saves itself when it is left; what is refused stays typed, with the reason under it. */
export function ImportRow({ article, projectId, publishers, onSaved }: Props) {
  const cache = useQueryClient();
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | 'failed'>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [last, setLast] = useState<Change>({});

  async function save(change: Change) {
    setLast(change);
    setState('saving');
    try {
      const next = await api('saveArticle', { params: { id: article.id }, body: change, ifMatch: article.revision });
      setProblem(null);
      setState('saved');
      onSaved(next);
      void cache.invalidateQueries({ queryKey: ['listArticles'] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      setState('failed');
      if (error.code === 'stale') onSaved(error.extra.current as Article);
    }
  }
  const text = (name: keyof Change & string, label: string, value: string, placeholder = '') => (
    <Field label={label} hideLabel error={problem?.field(name)}>
      <Input
        defaultValue={value}
        placeholder={placeholder}
        onBlur={(event) => {
          const typed = event.target.value.trim();
          if (typed !== value || problem?.field(name))
            void save({ [name]: typed === '' && name !== 'title' ? null : typed });
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
          onChoose={(publisherId) => void save({ publisherId })}
        />
      </Cell>
      <Cell>
        {text('publishedAt', 'Published', article.published ? writePublished(article.published) : '', '2021-07-28')}
        <div className="mt-1">
          <Checkbox
            checked={article.published?.estimated ?? false}
            onCheckedChange={(publishedEstimated) => void save({ publishedEstimated })}
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
          onValueChange={(kind) => void save({ kind })}
          options={articleKinds.map((kind) => ({ value: kind, label: kind === 'interview' ? 'interview note' : kind }))}
        />
      </Cell>
      <Cell>{text('relaysNote', 'Relays', article.relays?.note ?? '', 'whose report')}</Cell>
      <Cell>
        <SaveState state={state} onRetry={() => void save(last)} />
      </Cell>
    </tr>
  );
}
