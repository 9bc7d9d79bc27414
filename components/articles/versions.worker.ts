import { answerTo } from './version-answer';
import type { VersionsQuestion } from './version-question';

// Compares two texts away from the page.

addEventListener('message', ({ data }: MessageEvent<VersionsQuestion>) => postMessage(answerTo(data)));
