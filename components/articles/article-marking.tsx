'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useForget } from '@/components/live/use-forget';
import { useHere } from '@/components/members/use-here';
import { Menu } from '@/components/ui/menu';
import { MenuChoice } from '@/components/ui/menu-choice';
import { notify, notifyProblem } from '@/components/ui/notify';
import { TlpBadge } from '@/components/ui/tlp-badge';
import { api, keyOf, Problem } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';
import { sayTlp, tlps, type Tlp } from '@/lib/formats/marking';

const PROJECTS = 'project';

/** Who may read the article, and where it is changed: its own marking, or the project's. */
export function ArticleMarking({ article }: { article: Article }) {
  const { id, projectId, revision, marking } = article;
  const { may, project } = useHere(projectId);
  const client = useQueryClient();
  const forget = useForget();
  const inherited = project?.marking ?? null;

  async function mark(value: string) {
    const body = { marking: tlps.find((tlp) => tlp === value) ?? null };
    try {
      const saved = await api('saveArticle', { params: { id }, body, ifMatch: revision });
      client.setQueryData(keyOf('findArticle', { id }), saved);
      forget('listArticles', 'listHistory', 'previewExport', 'previewFile');
      notify(saved.marking.tlp ? `Marked ${sayTlp(saved.marking.tlp)}` : 'Not marked', { key: 'marking' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`The marking stays as it was. ${error.message}`, { key: 'marking' });
      forget('findArticle');
    }
  }
  if (may('article.save', article) !== true) return marking.tlp ? <TlpBadge tlp={marking.tlp} /> : null;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={
            marking.tlp ? `Marked ${sayTlp(marking.tlp)}: change the marking` : 'TLP: none. Mark who may read it'
          }
          className="inline-flex min-h-6 items-center rounded-sm text-faint hover:text-ink hover:underline"
        >
          {marking.tlp ? <TlpBadge tlp={marking.tlp} /> : 'TLP: none'}
        </button>
      }
    >
      <MenuChoice
        label="Who may read it"
        value={marking.own && marking.tlp ? marking.tlp : PROJECTS}
        onValueChange={(value) => void mark(value)}
        options={[
          { value: PROJECTS, label: `As the project: ${inherited ? sayTlp(inherited) : 'not marked'}` },
          ...tlps.map((value: Tlp) => ({ value: value as string, label: sayTlp(value) })),
        ]}
      />
    </Menu>
  );
}
