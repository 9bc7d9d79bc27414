import { z } from 'zod';
import { id, text } from '@/lib/core/words';
import { noticeKinds } from './notification';

export const digests = ['off', 'hourly', 'daily'] as const;
export type Digest = (typeof digests)[number];
/** Milliseconds from one mail to the next. */
export const everyFor: Record<Exclude<Digest, 'off'>, number> = { hourly: 3_600_000, daily: 24 * 3_600_000 };

/** Which kinds of lines somebody does not want, and how often they are mailed. */
export const settingInput = z.strictObject({
  off: z.array(z.enum(noticeKinds)).max(noticeKinds.length).optional(),
  digest: z.enum(digests).optional(),
});
export const mutedTypes = ['thread', 'claim'] as const;
export const muteInput = z.strictObject({ type: z.enum(mutedTypes), id: id(), muted: z.boolean() });
export const settingView = z.object({
  off: z.array(z.enum(noticeKinds)),
  digest: z.enum(digests),
  mail: z.boolean(), // whether this server sends mail at all
  muted: z.array(
    z.object({
      type: z.enum(mutedTypes),
      id: z.uuid(),
      projectId: z.uuid(),
      label: text().nullable(),
      quoted: z.boolean(), // the label is words of an article
      language: text().nullable(), // of these words, where their article says it
      href: text().nullable(),
    }),
  ),
});
export type Setting = z.output<typeof settingView>;
