'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { canQuote, quoteWords, subscribeQuotes } from '@/components/editor/quote-place';
import { MAX_QUOTE } from '@/components/editor/quoted-words';
import { ConfidenceMeter } from '@/components/ui/confidence-meter';
import type { KeyBinding } from '@/components/ui/keymap';
import { useKeys } from '@/components/ui/use-keys';
import { matchNames } from '@/lib/entities/matching';
import { occurrences } from '@/lib/anchoring/occurrences';
import { offerFor } from './choices';
import type { Desk } from './desk';
import { digitKeys } from './digit-keys';
import { confidenceIn, type Draft } from './draft';
import { KeyButton } from './key-button';
import { saveDraft } from './save-draft';
import { TargetMark } from './target-mark';
import { toldApart } from './told-apart';
import { useDeskView } from './use-desk';
import { useNames } from './use-names';

interface WordActions {
  accept: (how: { again?: boolean; repeat?: boolean }) => void;
  find: (mode: Draft['mode']) => void;
  highlight: () => void;
  discuss: () => void;
  /** Null where nothing is open to quote them in. */
  quote: (() => void) | null;
}

function wordKeys({ accept, find, highlight, discuss, quote }: WordActions, matched: boolean): KeyBinding[] {
  return [
    { id: 'words.accept', key: 'enter', label: 'Tag with the match shown', run: () => accept({}) },
    {
      id: 'words.accept-again',
      key: 'shift+enter',
      label: 'Tag, and keep the words',
      run: () => accept({ again: true }),
    },
    { id: 'words.entity', key: 'e', label: 'Entity', run: () => find('entity') },
    { id: 'words.claim', key: 'c', label: 'Claim', run: () => find('claim') },
    { id: 'words.highlight', key: 'h', label: 'Highlight only', run: highlight },
    { id: 'words.discuss', key: 'd', label: 'Discuss', run: discuss },
    {
      id: 'words.quote',
      key: 'q',
      label: 'Quote in the open thread',
      enabled: quote !== null,
      run: () => quote?.(),
    },
    {
      id: 'words.same-spelling',
      key: 's',
      label: 'Tag, and the same spelling in the rest of the article',
      enabled: matched,
      run: () => accept({ repeat: true }),
    },
  ];
}

const silent = () => {};

/** The same keys while no words are selected: they do nothing, and `?` lists them. */
export const silentWordKeys: readonly KeyBinding[] = wordKeys(
  { accept: silent, find: silent, highlight: silent, discuss: silent, quote: null },
  false,
).map((binding) => ({ ...binding, enabled: false }));

/** What stands beside freshly selected words: the match, and what each key would do. The words keep the focus. */
export function ComposerOffer({ draft }: { draft: Draft }) {
  const { desk, all } = useDeskView();
  const { entities, index, told, unread } = useNames(desk.place.projectId);
  const choice = useMemo(() => offerFor(draft.quote, entities, index), [draft.quote, entities, index]);
  const rivals = useMemo(() => matchNames(draft.quote, index).candidates.map(({ id }) => id), [draft.quote, index]);
  const warning = choice && toldApart(choice.key, rivals, told);
  const text = desk.pane?.words.text ?? '';
  const elsewhere = useMemo(() => {
    if (choice?.target.kind !== 'entity') return 0;
    const { id } = choice.target.entity;
    const taken = all.filter(({ own, tag }) => own && tag?.entity?.id === id);
    return occurrences(text, draft.quote, [draft, ...taken]).length;
  }, [choice, text, draft, all]);
  const matched = choice && { ...draft, target: choice.target };
  const confidence = confidenceIn(draft);

  const find = (mode: Draft['mode']) => desk.store.set({ draft: { ...draft, mode, step: 'find' } });
  const accept = (how: { again?: boolean; repeat?: boolean }) => {
    if (matched) void saveDraft(desk, matched, how);
    else find('entity');
  };
  async function discuss() {
    const saved = await saveDraft(desk, draft);
    if (saved)
      desk.store.set({ discussed: { type: 'highlight', id: saved.id, highlightId: saved.id, label: saved.quote } });
  }

  const act = {
    ...{ accept, find, highlight: () => void saveDraft(desk, draft), discuss: () => void discuss() },
    quote: useQuoting(desk, draft),
  };
  useKeys('On selected words', [
    ...wordKeys(act, matched !== null),
    ...digitKeys(draft.digits, (digits) => desk.store.set({ draft: { ...draft, digits } })),
    { id: 'compose.leave', key: 'escape', label: 'One step out', run: () => desk.leaveDraft() },
  ]);

  return (
    <>
      {choice ? (
        <button
          type="button"
          onClick={() => accept({})}
          className="option -mx-1 w-full text-left hover:bg-hover"
          data-offer
        >
          <TargetMark target={choice.target} />
          <span className="min-w-0 flex-1 truncate font-medium">{choice.label}</span>
          <span className="shrink-0 text-sm text-faint">{choice.detail}</span>
          <ConfidenceMeter value={confidence} />
        </button>
      ) : null}
      {unread ? <p className="text-sm text-muted">{unread}</p> : null}
      {warning ? <p className="max-w-100 text-sm text-warn wrap-anywhere">{warning}</p> : null}
      <WordButtons act={act} matched={choice !== null} elsewhere={elsewhere} />
    </>
  );
}

/** Quotes the selected words in what is being written, or in the thread that is open beside them; null where neither is. */
function useQuoting(desk: Desk, { start, end, quote }: Draft): (() => void) | null {
  const can = useSyncExternalStore(subscribeQuotes, canQuote, () => false);
  if (!can || quote.length > MAX_QUOTE) return null;
  return () => {
    const { articleId, articleVersion: version } = desk.place;
    desk.leaveDraft();
    quoteWords({ articleId, version, start, end, quote });
  };
}

interface WordButtonsProps {
  act: WordActions;
  matched: boolean;
  /** How often the words stand elsewhere in the article. */
  elsewhere: number;
}

const WordButtons = ({ act, matched, elsewhere }: WordButtonsProps) => (
  <div className="flex flex-wrap gap-1">
    {matched ? (
      <KeyButton shortcut="enter" command="words.accept" onPress={() => act.accept({})}>
        tag
      </KeyButton>
    ) : null}
    <KeyButton shortcut="e" command="words.entity" onPress={() => act.find('entity')}>
      {matched ? 'other entity' : 'entity'}
    </KeyButton>
    <KeyButton shortcut="c" command="words.claim" onPress={() => act.find('claim')}>
      claim
    </KeyButton>
    <KeyButton shortcut="h" command="words.highlight" onPress={act.highlight}>
      highlight
    </KeyButton>
    <KeyButton shortcut="d" command="words.discuss" onPress={act.discuss}>
      discuss
    </KeyButton>
    {act.quote ? (
      <KeyButton shortcut="q" command="words.quote" onPress={act.quote}>
        quote
      </KeyButton>
    ) : null}
    {elsewhere > 0 ? (
      <KeyButton shortcut="s" command="words.same-spelling" onPress={() => act.accept({ repeat: true })}>
        {`tag here and ${elsewhere} more`}
      </KeyButton>
    ) : null}
  </div>
);
