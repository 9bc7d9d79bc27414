import { carryAll, likelyPlace, sideBySide } from '@/lib/anchoring/side-by-side';
import type { VersionsAnswer, VersionsQuestion } from './version-question';

// Compares two texts away from the page: a million characters take seconds.

addEventListener('message', ({ data }: MessageEvent<VersionsQuestion>) => {
  const { oldText, newText, anchors = [], lost = [] } = data;
  const answer: VersionsAnswer = {
    rows: data.rows ? sideBySide(oldText, newText) : [],
    carried: carryAll(oldText, newText, anchors),
    places: lost.map((span) => likelyPlace(oldText, newText, span)),
  };
  postMessage(answer);
});
