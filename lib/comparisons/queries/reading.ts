import { createHash } from 'node:crypto';
import type { Work } from '@/lib/agreement/coefficients';
import { readAgreement, type Reading } from '@/lib/agreement/reading';

// Reckoning takes near a second of ten thousand tags, and everybody who looks asks for it again after each event, most of which change
// nothing of it. The last readings stay in memory by the work itself that each reader has just read for themselves: equal work, equal
// reading, whoever asks, so that nobody is shown what they may not see.
const KEPT = 12;
const readings = new Map<string, Reading>();

/** All figures of this work, reckoned once. */
export function readingOf({ tags, judged, lengths }: Work): Reading {
  const key = createHash('sha256')
    .update(JSON.stringify([tags, judged, [...lengths]]))
    .digest('base64');
  const reading = readings.get(key) ?? readAgreement({ tags, judged, lengths });
  readings.delete(key);
  readings.set(key, reading);
  if (readings.size > KEPT) readings.delete(readings.keys().next().value!);
  return reading;
}
