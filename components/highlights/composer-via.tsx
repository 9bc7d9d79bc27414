'use client';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notifyProblem } from '@/components/ui/notify';
import { useRead } from '@/components/live/use-read';
import { api, keyOf } from '@/lib/api/client';
import { fold } from '@/lib/entities/folding';
import { oneLine } from './choices';
import { problemOf } from './desk';
import type { Draft } from './draft';
import { PickField, type PickLine } from './pick-field';
import { useDesk } from './use-desk';

const SHOWN = 6;
const nobody: PickLine = { key: '', label: 'Nobody’s: the article reports it itself', detail: '' };

/** Whose report is being relayed, and of when; the publisher need not be held here. */
export function ComposerVia({ draft }: { draft: Draft }) {
  const desk = useDesk();
  const { projectId } = desk.place;
  const { data } = useRead('listPublishers', { projectId });
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState(draft.viaOn);
  const name = oneLine(typed);
  const publishers = data?.items ?? [];
  const fitting = publishers.filter((one) => ` ${fold(one.name)}`.includes(` ${fold(name)}`)).slice(0, SHOWN);
  const exact = fitting.some((one) => fold(one.name) === fold(name));
  const lines: PickLine[] = [
    ...(name === '' ? [nobody] : []),
    ...fitting.map(({ id, name: label, kind }) => ({ key: id, label, detail: kind })),
    ...(name === '' || exact ? [] : [{ key: 'new', label: name, detail: 'New publisher' }]),
  ];

  const done = (via: Draft['via']) =>
    desk.store.set({ draft: { ...draft, via, viaOn: via ? on : '', step: 'details' } });
  async function take({ key, label }: PickLine) {
    if (key === '') return done(null);
    if (key !== 'new') return done({ id: key, name: label });
    try {
      const made = await api('addPublisher', { params: { projectId }, body: { name } });
      void desk.queries.invalidateQueries({ queryKey: keyOf('listPublishers', { projectId }) });
      done({ id: made.id, name: made.name });
    } catch (error) {
      notifyProblem(`The publisher was not added. ${problemOf(error).message}`);
    }
  }

  return (
    <>
      <p className="text-muted">Whose report does this relay, whether or not it is held here?</p>
      <PickField
        scope="Via"
        label="Publisher whose report is relayed"
        placeholder="Publisher"
        typed={typed}
        onTyped={setTyped}
        lines={lines}
        first={0}
        mark={() => null}
        onTake={(line) => void take(line)}
      />
      <Field label="Date of that report" optional>
        <Input type="date" value={on} onChange={(event) => setOn(event.target.value)} className="w-44" />
      </Field>
    </>
  );
}
