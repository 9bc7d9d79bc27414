'use client';
import { useHere } from '@/components/members/use-here';
import { ButtonLink } from '@/components/ui/button-link';

/** What to do in a project that holds nothing yet. */
export function FirstSteps({ projectId }: { projectId: string }) {
  const { may } = useHere(projectId);
  const steps = [
    {
      title: 'Bring the articles in',
      words: 'Drop files (text, web pages, PDF, DOCX), or paste. Their words are kept to the letter.',
      action: may('article.add') === true && { href: 'articles/import', label: 'Bring in articles', main: true },
    },
    {
      title: 'Invite colleagues',
      words: 'Nobody reviews their own work, so it takes at least two.',
      action: may('member.invite') === true && { href: 'members', label: 'Invite', main: false },
    },
    {
      title: 'Tag what matters',
      words: 'Select words in an article, say whom they name or what they support, and how sure you are.',
      action: null,
    },
    {
      title: 'Review, approve, export',
      words: 'A colleague accepts or says why not. Approved claims leave with every quote they rest on.',
      action: null,
    },
  ];
  return (
    <ol className="flex max-w-xl flex-col">
      {steps.map(({ title, words, action }, at) => (
        <li key={title} className="flex gap-4 border-b border-line py-4 last:border-b-0">
          <span aria-hidden className="w-4 shrink-0 text-xl font-semibold text-faint tabular-nums">
            {at + 1}
          </span>
          <div className="flex min-w-0 flex-col items-start gap-1">
            <h2 className="text-md font-semibold">{title}</h2>
            <p className="text-muted">{words}</p>
            {action && (
              <ButtonLink
                href={`/projects/${projectId}/${action.href}`}
                variant={action.main ? 'primary' : 'plain'}
                className="mt-1"
              >
                {action.label}
              </ButtonLink>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
