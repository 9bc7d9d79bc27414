import type { Metadata } from 'next';
import { NotHere } from '@/components/activity/not-here';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NoClaim() {
  return <NotHere what="This claim" list="claims" />;
}
