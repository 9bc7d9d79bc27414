import { carryAll, likelyPlace, sideBySide } from '@/lib/anchoring/side-by-side';
import type { VersionsAnswer, VersionsQuestion } from './version-question';

/** Compares two texts; of a million characters that takes seconds. */
export const answerTo = ({ oldText, newText, rows, anchors = [], lost = [] }: VersionsQuestion): VersionsAnswer => ({
  rows: rows ? sideBySide(oldText, newText) : [],
  carried: carryAll(oldText, newText, anchors),
  places: lost.map((span) => likelyPlace(oldText, newText, span)),
});
