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
        const { length } = pane.words.text;
        if (place.at > length) return null;
        // A letter, since a place between two has no box on the screen.
        const start = Math.min(place.at, length - 1);
        return {
          words: `${Math.round((place.at / length) * 100)} %`,
          go: () => pane.reveal({ start, end: start + 1 }),
        };
      }}
    />
  );
}
