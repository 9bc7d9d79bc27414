import type { Metadata } from 'next';
import { NotHere } from '@/components/activity/not-here';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NoArticle() {
  return <NotHere what="This article" of="articleId" list="articles" />;
}
