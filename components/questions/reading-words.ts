import type { Reading } from '@/lib/questions/hypotheses';

export const readingWords: Record<Reading, string> = {
  consistent: 'consistent',
  inconsistent: 'inconsistent',
  neutral: 'neutral',
  'not-applicable': 'not applicable',
};
