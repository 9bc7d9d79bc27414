'use client';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ConfidenceSlider } from '@/components/ui/confidence-slider';
import { useKeys } from '@/components/ui/use-keys';
import { saveChange } from './change-tags';
import { CitationRow } from './citation-row';
import { digitKeys } from './digit-keys';
import { confidenceIn, isCitation, withConfidence, type Draft } from './draft';
import { KeyButton } from './key-button';
import { propose } from './review-tags';
import { saveDraft } from './save-draft';
import { TargetLine } from './target-line';
import { useDesk } from './use-desk';

/** The second step: a row of keys with everything that can be said of the tag, and no text field to get lost in. */
export function ComposerDetails({ draft }: { draft: Draft }) {
  const desk = useDesk();
  const panel = useRef<HTMLDivElement>(null);
  const { purpose } = draft;
  const fresh = purpose.kind === 'new' || purpose.kind === 'add';
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);

  // After a press the row has the focus again, so that Enter saves rather than presses once more.
  function change(next: Draft) {
    desk.store.set({ draft: next });
    panel.current?.focus({ preventScroll: true });
  }
  function save(again = false) {
    if (purpose.kind === 'edit') void saveChange(desk, draft, purpose.tag);
    else if (purpose.kind === 'propose') void propose(desk, draft, purpose.tag);
    else void saveDraft(desk, draft, { again });
  }
  const ask = (step: Draft['step']) => desk.store.set({ draft: { ...draft, step } });

  useKeys('The tag', [
    { id: 'compose.save', key: 'enter', label: 'Save', run: () => save() },
    {
      id: 'compose.save-again',
      key: 'shift+enter',
      label: 'Save, and keep the words for another tag',
      enabled: fresh,
      run: () => save(true),
    },
    { id: 'compose.note', key: 'm', label: 'Note', run: () => ask('note') },
    ...digitKeys(draft.digits, (digits) => desk.store.set({ draft: { ...draft, digits } })),
  ]);

  return (
    <div ref={panel} role="group" aria-label="The tag" tabIndex={-1} data-quiet-focus className="flex flex-col gap-2">
      <TargetLine draft={draft} onChange={() => ask('find')} />
      {isCitation(draft) ? <CitationRow draft={draft} onChange={change} onAsk={ask} /> : null}
      <ConfidenceSlider
        digits
        value={confidenceIn(draft)}
        onValueChange={(value) => desk.store.set({ draft: withConfidence(draft, value) })}
      />
      {/* In sight also where there is no room for all of it. */}
      <div className="sticky bottom-0 -mb-2 flex flex-wrap items-center gap-1 bg-paper pb-2">
        <KeyButton shortcut="m" command="compose.note" onPress={() => ask('note')}>
          {draft.note || 'note'}
        </KeyButton>
        <span className="flex-1" />
        {fresh ? (
          <Button size="small" shortcut="shift+enter" command="compose.save-again" onClick={() => save(true)}>
            Save, keep words
          </Button>
        ) : null}
        <Button size="small" variant="primary" shortcut="enter" command="compose.save" onClick={() => save()}>
          {purpose.kind === 'propose' ? 'Propose' : 'Save'}
        </Button>
      </div>
    </div>
  );
}
