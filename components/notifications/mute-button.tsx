'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Bell, BellOff } from 'lucide-react';
import { useRead } from '@/components/live/use-read';
import { IconButton } from '@/components/ui/icon-button';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, keyOf, Problem } from '@/lib/api/client';

interface MuteButtonProps {
  subject: { type: 'thread' | 'claim'; id: string };
}

/** Whether one hears of a thread, or of a claim with the threads on it; mentions come all the same. */
export function MuteButton({ subject: { type, id } }: MuteButtonProps) {
  const setting = useRead('findNoticeSetting', {});
  const queries = useQueryClient();
  const muted = setting.data?.muted.some((one) => one.id === id) ?? false;
  async function toggle() {
    try {
      const saved = await api('muteSubject', { body: { type, id, muted: !muted } });
      queries.setQueryData(keyOf('findNoticeSetting'), saved);
      void queries.invalidateQueries({ queryKey: ['listNotifications'] });
      notify(muted ? `You hear of this ${type} again` : `Muted: of this ${type} you hear only when you are mentioned`, {
        key: 'mute',
      });
    } catch (error) {
      notifyProblem(`Not changed. ${error instanceof Problem ? error.message : ''}`, { key: 'mute' });
    }
  }
  return (
    <IconButton
      size="small"
      label={muted ? `Hear of this ${type} again` : `Mute this ${type}`}
      aria-pressed={muted}
      icon={muted ? <BellOff size={14} aria-hidden /> : <Bell size={14} aria-hidden />}
      onClick={() => void toggle()}
    />
  );
}
