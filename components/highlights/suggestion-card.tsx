'use client';
import { EntityMark } from '@/components/ui/entity-mark';
import { entityLook } from '@/components/ui/entity-look';
import { useRead } from '@/components/live/use-read';
import { KeyButton } from './key-button';
import { acceptable, rivalsOf, type Suggestion } from './suggestion';
import { acceptSame, reject } from './decide-suggestions';
import { accept, lookAt, stepSuggestion } from './suggestion-actions';
import { useBeside } from './use-beside';
import { useDesk, useLanguage } from './use-desk';
import { useSuggestionState } from './use-suggestions';

const times = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** How often the name stands here and elsewhere. */
function Elsewhere({ suggestion, more }: { suggestion: Suggestion; more: number }) {
  const { projectId, articleId } = useDesk().place;
  const { data } = useRead('countName', { projectId }, { name: suggestion.name, exceptArticle: articleId });
  const here = more === 0 ? 'nowhere else here' : `${more} more here`;
  const there =
    data &&
    (data.places === 0
      ? 'in no other article'
      : `${data.places} in ${times(data.articles, 'other article', 'other articles')}`);
  return (
    <p className="text-sm text-muted">
      This name: {here}
      {there ? `, ${there}` : ''}
    </p>
  );
}

/** What these words would become. `decorative` marks are read in words. */
function Target({ suggestion: { entity, type, name } }: { suggestion: Suggestion }) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <EntityMark type={type} decorative />
      <span className="min-w-0 truncate font-medium">
        <span className="font-normal text-faint">
          {entity ? '' : 'New '}
          {entity ? entityLook(type).word : entityLook(type).word.toLowerCase()}
        </span>{' '}
        {entity?.name ?? name}
      </span>
    </span>
  );
}

/** The suggestion that is looked at, beside its words: what it would become, what else the words may name, and the keys. */
export function SuggestionCard({ suggestion }: { suggestion: Suggestion }) {
  const desk = useDesk();
  const language = useLanguage();
  const open = useSuggestionState((state) => state.open);
  const panel = useBeside<HTMLDivElement>(suggestion);
  const same = open.filter(({ pair }) => pair === suggestion.pair);
  // As many as the key will tag: places inside a longer name are looked at one by one.
  const together = acceptable(open, same, desk.lying.get().all).length;
  const rivals = rivalsOf(open, suggestion);
  return (
    <div
      ref={panel}
      role="group"
      aria-label={`Suggestion: “${suggestion.quote}”`}
      className="floating absolute z-30 flex w-100 flex-col gap-2 overflow-y-auto p-3"
    >
      <Target suggestion={suggestion} />
      <Elsewhere suggestion={suggestion} more={Math.max(0, same.length - 1)} />
      {rivals.length > 0 ? (
        <div className="flex flex-col border-t border-line pt-1.5">
          <p className="text-sm text-faint">Also possible here</p>
          {rivals.slice(0, 5).map((rival) => (
            <button
              key={rival.id}
              type="button"
              className="option text-left hover:bg-hover focus-visible:bg-press forced-colors:focus-visible:outline-2"
              onClick={() => lookAt(desk, rival)}
            >
              <Target suggestion={rival} />
              <span lang={language} className="quoted max-w-36 truncate text-sm text-muted">
                {rival.quote}
              </span>
            </button>
          ))}
        </div>
      ) : null}
      <div className="flex flex-wrap gap-1 border-t border-line pt-2">
        <KeyButton shortcut="enter" command="suggestion.accept" onPress={() => accept(desk, suggestion)}>
          accept
        </KeyButton>
        {together > 1 ? (
          <KeyButton shortcut="shift+enter" command="suggestion.accept-same" onPress={() => acceptSame(desk)}>
            accept all {together}
          </KeyButton>
        ) : null}
        <KeyButton shortcut="x" command="suggestion.reject" onPress={() => void reject(desk, suggestion)}>
          reject
        </KeyButton>
        <KeyButton shortcut="." command="suggestion.next" onPress={() => stepSuggestion(desk, 1)}>
          next
        </KeyButton>
      </div>
    </div>
  );
}
