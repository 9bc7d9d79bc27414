'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { api, keyOf, type AnswerOf } from '@/lib/api/client';
import type { Grades } from '@/lib/grades/grade';
import type { GradedType, Mark } from '@/lib/grades/mark';

const doors = {
  publisher: { give: 'gradePublisher', settle: 'settlePublisherGrade' },
  entity: { give: 'gradeEntity', settle: 'settleEntityGrade' },
  tag: { give: 'gradeCitation', settle: 'settleCitationGrade' },
  claim: { give: 'gradeClaim', settle: 'settleClaimGrade' },
} as const;

/** One's own grade of a thing, or the settled one; null takes it back. What the server answers is on the screen at once. */
export function useGradeWrites(type: GradedType, id: string) {
  const client = useQueryClient();
  const forget = useForget();
  const { busy, problem, send } = useSend();
  async function put(as: 'give' | 'settle', mark: Mark | null): Promise<Grades | null> {
    const body = { mark } as never; // letters for sources, digits for the rest: the scale offers no others
    const now = await send(() => api(doors[type][as], { params: { id }, body }));
    if (!now) return null;
    client.setQueriesData<AnswerOf<'listGrades'>>({ queryKey: ['listGrades'] }, (list) => {
      if (!list) return list;
      const others = list.items.filter((one) => one.type !== type || one.id !== id);
      return { ...list, items: [...others, { type, id, ...now }] };
    });
    client.setQueryData<AnswerOf<'listEntityGrades'>>(
      keyOf('listEntityGrades', { id }),
      (known) => known && { ...known, ...now },
    );
    forget('listHistory');
    if (type === 'publisher' && as === 'settle')
      forget('listPublishers', 'listArticles', 'findArticle', 'listCitations', 'listMentions', 'findQuestion');
    return now;
  }
  return { busy, problem, put };
}
