'use client';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { SaveState } from '@/components/ui/save-state';
import { Select } from '@/components/ui/select';
import { TextLink } from '@/components/ui/text-link';
import { articleKinds, type Article, type Publisher } from '@/lib/articles/article';
import { dateTyped, writePublished } from '@/lib/articles/published';
import { KnownField } from './known-field';
import { LanguageField } from './language-field';
import { PublisherField } from './publisher-field';
import { useRowSaves, type Change } from './use-row-saves';

type Props = {
  article: Article;
  projectId: string;
  /** Undefined while nobody knows them. */
  publishers: Publisher[] | undefined;
  /** What the article's page calls its publisher. */
  named: string | null;
  onSaved: (article: Article) => void;
};

const kinds = articleKinds.map((kind) => ({ value: kind, label: kind === 'interview' ? 'interview note' : kind }));

/** What is known of one text. A field saves itself when it is left; what is refused stays typed, with the reason under it. */
export function KnownRow({ article, projectId, publishers, named, onSaved }: Props) {
  const { save, state, problemOf, again } = useRowSaves(article, onSaved);
  const text = (name: keyof Change & string, label: string, value: string, placeholder = '') => (
    <KnownField label={label} error={problemOf(name)}>
      <Input
        defaultValue={value}
        placeholder={placeholder}
        dir="auto"
        onBlur={(event) => {
          const typed = name === 'publishedAt' ? dateTyped(event.target.value) : event.target.value.trim();
          if (typed !== value || problemOf(name)) save({ [name]: typed === '' && name !== 'title' ? null : typed });
        }}
      />
    </KnownField>
  );

  return (
    <li
      aria-label={article.title}
      className="grid gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-2 lg:grid-cols-[5fr_3fr_2fr_2fr]"
    >
      <div>
        {text('title', 'Title', article.title)}
        <p className="mt-1 text-sm text-muted">
          <TextLink href={`/projects/${projectId}/articles/${article.id}`}>Read it</TextLink> ·{' '}
          {article.version.length.toLocaleString('en')} characters
        </p>
      </div>
      <PublisherField
        projectId={projectId}
        publishers={publishers}
        value={article.publisher}
        named={named}
        onChoose={(publisherId) => save({ publisherId })}
      />
      <div>
        {text('publishedAt', 'Published', article.published ? writePublished(article.published) : '', '2021-07-28')}
        <div className="mt-1">
          <Checkbox
            checked={article.published?.estimated ?? false}
            onCheckedChange={(publishedEstimated) => save({ publishedEstimated })}
          >
            estimated
          </Checkbox>
        </div>
      </div>
      <KnownField label="Kind">
        <Select label="Kind" value={article.kind} onValueChange={(kind) => save({ kind })} options={kinds} />
      </KnownField>
      {text('url', 'Address', article.url ?? '', 'https://')}
      {text('relaysNote', 'Relays', article.relays?.note ?? '', 'whose report')}
      <KnownField label="Language">
        <LanguageField value={article.language} onChoose={(language) => save({ language })} />
      </KnownField>
      {/* Its room is kept: "Saved" moves nothing that is being filled in. */}
      <div className="flex min-h-6 items-end">
        <SaveState state={state} {...(again ? { onRetry: again } : {})} />
      </div>
    </li>
  );
}
