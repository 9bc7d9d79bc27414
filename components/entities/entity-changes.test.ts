import { expect, it } from 'vitest';
import type { Entity, EntityBefore, EntityVersion } from '@/lib/entities/entity';
import { changesOf } from './entity-changes';

const ines = { id: 'i', name: 'Ines' };
const entity: Entity = {
  ...{ id: 'e', projectId: 'p', type: 'person', name: 'Olen Brask', aliases: ['Brask'], merged: [], mergedInto: null },
  ...{
    description: 'Harbour master since May.',
    externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
    institution: null,
    protected: null,
  },
  ...{ mentionCount: 0, articleCount: 0, creator: ines, version: 3, createdAt: '2026-01-01T00:00:00.000Z' },
};
const version = (number: number, before: EntityBefore): EntityVersion => ({
  ...{ id: `v${number}`, number, before, replacedBy: ines, replacedAt: '2026-01-02T00:00:00.000Z' },
});

it('sets what each change took the place of beside what came in it, back from how it reads now', () => {
  const told = changesOf(entity, [
    version(2, { description: 'Harbour master.', aliases: [] }),
    version(1, { name: 'Olen Brusk', description: '', externalIds: [], institution: 'The port' }),
  ]);
  expect(told.map(({ changes }) => changes.map(({ label, before, after }) => [label, before, after]))).toEqual([
    [
      ['Aliases', '', 'Brask'],
      ['Description', 'Harbour master.', 'Harbour master since May.'],
    ],
    [
      ['Name', 'Olen Brusk', 'Olen Brask'],
      ['Description', '', 'Harbour master.'],
      ['External ids', '', 'wikidata Q1'],
      ['Institution', 'The port', ''],
    ],
  ]);
});
