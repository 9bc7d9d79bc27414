import { redirect } from 'next/navigation';
import { readPage } from '@/lib/auth/page';
import { listProjects } from '@/lib/members/queries';

/** Straight to the one project, or to the list of them. */
export default async function HomePage() {
  const { items } = await readPage(listProjects);
  redirect(items.length === 1 ? `/projects/${items[0]!.id}` : '/projects');
}
