import { entityLook } from './entity-look';
import { LetterMark } from './letter-mark';

/** The letter of an entity's type. `decorative` where the type is written beside it. */
export function EntityMark({ type, decorative = false }: { type: string; decorative?: boolean }) {
  const { letter, tone, word, pattern } = entityLook(type);
  return <LetterMark letter={letter} tone={tone} pattern={pattern} {...(decorative ? {} : { label: word })} />;
}
