import type { SuggestionProps } from '@tiptap/suggestion';
import { expect, it } from 'vitest';
import type { Person } from '@/lib/core/words';
import { Mentions } from './mentions';

it('opens the list when the members come after an @ was written, and not once that was left', () => {
  const ines: Person = { id: 'i', name: 'Ines Valcourt' };
  const mentions = new Mentions();
  const { render, items } = mentions.suggestion();
  const { onStart, onExit } = render!();
  const typed = (query: string) =>
    ({
      query,
      items: items!({ query, editor: null!, signal: new AbortController().signal }),
      editor: { view: { dom: {} } },
    }) as SuggestionProps<Person>;
  onStart!(typed('ine') as never);
  expect(mentions.get()).toBeNull();
  mentions.setMembers([ines, { id: 't', name: 'Tomasz' }]);
  expect(mentions.get()).toMatchObject({ people: [ines], chosen: 0 });
  onExit!(typed('ine') as never);
  mentions.setMembers([ines]);
  expect(mentions.get()).toBeNull();
});
