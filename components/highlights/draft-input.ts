import type { Tag, TagChange, TagInput } from '@/lib/highlights/highlight';
import { confidenceIn, type Draft } from './draft';

/** The speaker to be made along with the tag, if there is one. */
export function newSpeakerOf({ speaker }: Draft) {
  if (speaker.kind !== 'new') return undefined;
  const { type, name, institution } = speaker;
  if (!institution) return { type, name };
  const { id } = institution;
  return { type, name, ...(id === null ? { newInstitution: institution.name } : { institutionId: id }) };
}

/** What goes with a citation, beside its claim. */
function citationOf(draft: Draft) {
  const made = newSpeakerOf(draft);
  return {
    stance: draft.stance,
    ...(draft.speaker.kind === 'entity' ? { speakerId: draft.speaker.entity.id } : {}),
    ...(made ? { newSpeaker: made } : {}),
    ...(draft.via ? { viaId: draft.via.id } : {}),
    ...(draft.via && draft.viaOn ? { viaOn: draft.viaOn } : {}),
    ...(draft.denies ? { denies: true } : {}),
    ...(draft.implied ? { implied: true, impliedHow: draft.impliedHow } : {}),
  };
}

/** The tag that a draft asks for, as the API takes it; null while nothing has been chosen. */
export function tagInputOf(draft: Draft): TagInput | null {
  const { target } = draft;
  if (!target) return null;
  const confidence = confidenceIn(draft);
  const more = { ...(confidence === null ? {} : { confidence }), ...(draft.note ? { note: draft.note } : {}) };
  if (target.kind === 'entity') return { entityId: target.entity.id, ...more };
  if (target.kind === 'new-entity') return { newEntity: { type: target.type, name: target.name }, ...more };
  if (target.kind === 'claim') return { claimId: target.id, ...citationOf(draft), ...more };
  return { newClaim: { statement: target.statement }, ...citationOf(draft), ...more };
}

/** Blank text and no text are the same to the server. */
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Only the fields of the tag that the draft changes; empty when there are none. What must be made first is left out. */
export function tagChangeOf(draft: Draft, tag: Tag): TagChange {
  const { target } = draft;
  const wanted: TagChange = { confidence: confidenceIn(draft), note: orNull(draft.note) };
  const now: TagChange = { confidence: tag.confidence, note: tag.note };
  if (tag.entity && target?.kind === 'entity') {
    wanted.entityId = target.entity.id;
    now.entityId = tag.entity.id;
  }
  if (tag.claim) {
    Object.assign(wanted, {
      ...(target?.kind === 'claim' ? { claimId: target.id } : {}),
      stance: draft.stance,
      speakerId: draft.speaker.kind === 'entity' ? draft.speaker.entity.id : null,
      viaId: draft.via?.id ?? null,
      viaOn: draft.via ? orNull(draft.viaOn) : null,
      denies: draft.denies,
      implied: draft.implied,
      impliedHow: draft.implied ? orNull(draft.impliedHow) : null,
    });
    Object.assign(now, changeBack(tag));
  }
  const changed = Object.entries(wanted).filter(([field, value]) => now[field as keyof TagChange] !== value);
  return Object.fromEntries(changed) as TagChange;
}

/** Every field of a tag as a change would set it: what takes a change back. */
export function changeBack(tag: Tag): TagChange {
  const common = { confidence: tag.confidence, note: tag.note };
  if (tag.entity) return { entityId: tag.entity.id, ...common };
  return {
    ...(tag.claim ? { claimId: tag.claim.id } : {}),
    ...(tag.stance ? { stance: tag.stance } : {}),
    speakerId: tag.speaker?.id ?? null,
    viaId: tag.via?.id ?? null,
    viaOn: tag.via?.on ?? null,
    denies: tag.denies,
    implied: tag.implied,
    impliedHow: tag.impliedHow,
    ...common,
  };
}

/** The part of `changeBack` for the fields of one change. */
export function inverseOf(change: TagChange, before: Tag): TagChange {
  const all = changeBack(before);
  return Object.fromEntries(Object.keys(change).map((field) => [field, all[field as keyof TagChange]])) as TagChange;
}
