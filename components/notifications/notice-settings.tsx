'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Refusal } from '@/components/live/refusal';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Quote } from '@/components/ui/quote';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import { TextLink } from '@/components/ui/text-link';
import { api, keyOf, type AnswerOf } from '@/lib/api/client';
import { noticeKinds, notices, type NoticeKind } from '@/lib/notifications/notification';
import type { Digest, Setting } from '@/lib/notifications/setting';

/** Kinds as they are switched off and on, under what they are about. */
export const groups: { title: string; kinds: NoticeKind[] }[] = [
  { title: 'Discussion', kinds: ['mention', 'reply'] },
  { title: 'My tags', kinds: ['tag-sent-back', 'tag-rejected', 'tag-accepted', 'words-lost'] },
  { title: 'My claims', kinds: ['claim-approved', 'claim-sent-back', 'claim-rejected', 'claim-stale'] },
  { title: 'Fixes that I proposed', kinds: ['proposal-taken', 'proposal-declined'] },
  { title: 'My exports', kinds: ['export-ready', 'export-failed', 'export-stopped'] },
  { title: 'As a lead', kinds: ['webhook-gave-up', 'webhook-switched-off'] },
  { title: 'Asked of me', kinds: ['round-assigned', 'round-revealed', 'question-assigned', 'question-reopened'] },
];

const mails: { value: Digest; label: string }[] = [
  { value: 'off', label: 'Never' },
  { value: 'hourly', label: 'Every hour' },
  { value: 'daily', label: 'Every day' },
];

/** Which lines come into one's inbox, how often they are mailed, and what is muted. */
export function NoticeSettings() {
  const setting = useRead('findNoticeSetting', {});
  const queries = useQueryClient();
  const { problem, send } = useSend();
  const { data } = setting;

  async function change(next: Partial<Pick<Setting, 'off' | 'digest'>>, write: () => Promise<Setting>) {
    const key = keyOf('findNoticeSetting');
    // Switched at once; what the server says then stands.
    queries.setQueryData<AnswerOf<'findNoticeSetting'>>(key, (now) => now && { ...now, ...next });
    const saved = await send(write);
    if (saved) queries.setQueryData(key, saved);
    else void setting.refetch();
    void queries.invalidateQueries({ queryKey: ['listNotifications'] });
  }
  const save = (next: Partial<Pick<Setting, 'off' | 'digest'>>) =>
    void change(next, () => api('saveNoticeSetting', { body: next }));
  return (
    <section id="notifications" aria-labelledby="notifications-title" className="mt-10 scroll-mt-16 px-4 md:px-6">
      <h2 id="notifications-title" className="text-lg font-semibold">
        Notifications
      </h2>
      <div className="pt-1 empty:hidden">
        <Refusal problem={problem} />
      </div>
      {setting.error && <Unread what="Your choice" error={setting.error} onRetry={() => void setting.refetch()} />}
      {data && (
        <>
          <Kinds off={data.off} onChange={(off) => save({ off })} />
          <Mail setting={data} onChange={(digest) => save({ digest })} />
          <Muted
            muted={data.muted}
            onUnmute={({ type, id }) => void change({}, () => api('muteSubject', { body: { type, id, muted: false } }))}
          />
        </>
      )}
    </section>
  );
}

function Kinds({ off, onChange }: { off: NoticeKind[]; onChange: (off: NoticeKind[]) => void }) {
  const toggle = (kind: NoticeKind, on: boolean) =>
    onChange(noticeKinds.filter((one) => (one === kind ? !on : off.includes(one))));
  return (
    <div className="mt-2 grid max-w-5xl gap-x-10 gap-y-5 sm:grid-cols-2">
      {groups.map(({ title, kinds }) => (
        <fieldset key={title}>
          <legend className="mb-1 text-sm text-muted">{title}</legend>
          {kinds.map((kind) => (
            <Switch key={kind} checked={!off.includes(kind)} onCheckedChange={(on) => toggle(kind, on)}>
              {notices[kind].name}
            </Switch>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function Mail({ setting: { digest, mail }, onChange }: { setting: Setting; onChange: (digest: Digest) => void }) {
  return (
    <div className="mt-6 max-w-2xl">
      <h3 className="font-medium">By e-mail</h3>
      {mail || digest !== 'off' ? (
        <>
          <div className="mt-2">
            <Segmented label="By e-mail" value={digest} options={mails} onValueChange={onChange} />
          </div>
          <p className="mt-2 text-muted">
            How many lines of which kind are unread, by project, with a link. Never a word of an article, a quote or a
            comment. Nothing is sent when nothing is unread.
          </p>
        </>
      ) : (
        <p className="mt-1 text-muted">
          This server sends no mail. Whoever runs it can set it up with SMTP_URL and MAIL_FROM.
        </p>
      )}
    </div>
  );
}

function Muted({ muted, onUnmute }: Pick<Setting, 'muted'> & { onUnmute: (one: Setting['muted'][number]) => void }) {
  if (muted.length === 0) return null;
  return (
    <div className="mt-6 max-w-3xl">
      <h3 className="font-medium">Muted</h3>
      <ul className="mt-1 divide-y divide-line">
        {muted.map((one) => (
          <li key={one.id} className="flex items-center gap-3 py-1.5">
            <span className="min-w-0 flex-1 truncate">
              {one.type === 'thread' ? 'Thread on ' : 'Claim '}
              {one.href ? (
                <TextLink href={one.href}>
                  {one.quoted ? <Quote lang={one.language}>{one.label}</Quote> : one.label}
                </TextLink>
              ) : (
                'something that is not here any more'
              )}
            </span>
            <Button size="small" aria-label={`Hear of ${one.label ?? 'it'} again`} onClick={() => onUnmute(one)}>
              Unmute
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
