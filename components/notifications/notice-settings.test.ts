import { expect, it } from 'vitest';
import { noticeKinds } from '@/lib/notifications/notification';
import { groups } from './notice-settings';

it('lets each kind of line be switched off in one place', () => {
  expect(groups.flatMap(({ kinds }) => kinds).sort()).toEqual([...noticeKinds].sort());
});
