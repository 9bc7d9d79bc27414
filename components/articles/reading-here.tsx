'use client';
import { useDesk, useDeskState } from '@/components/highlights/use-desk';
import { WhoIsHere } from '@/components/live/who-is-here';
import { useBeHere } from '@/components/live/use-be-here';

/** Says that one reads here and where, and shows who else does. */
export function ReadingHere() {
  const { projectId, articleId, articleVersion } = useDesk().place;
  const pane = useDeskState((state) => state.pane);
  useBeHere(projectId, { articleId }, () => (pane ? { textVersion: articleVersion, at: pane.firstSeen() } : null));
  return (
    <WhoIsHere
      projectId={projectId}
      subjectId={articleId}
      place={({ place }) => {
        if (!pane || place?.textVersion !== articleVersion) return null;
        const { at } = place;
        const { length } = pane.words.text;
        if (at > length) return null;
        return {
          words: `${Math.round((at / Math.max(1, length)) * 100)} %`,
          go: () => pane.reveal({ start: at, end: at }),
        };
      }}
    />
  );
}
