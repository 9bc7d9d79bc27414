import type { Answer } from '@/lib/questions/question';

type Rests = Pick<Answer['corroboration'], 'articles' | 'origins' | 'unsourced' | 'headline'>;

/** On how much an answer rests: the number of articles, struck through where fewer origins are behind them. */
export function RestsOnLine({ rests }: { rests: Rests }) {
  const { articles, origins, unsourced, headline } = rests;
  if (articles === 0) return <p className="text-muted">Nothing supports it yet.</p>;
  const fewer = origins + unsourced < articles;
  const counted = articles === 1 ? '1 article' : `${articles} articles`;
  return (
    <p className="tabular-nums">
      {fewer ? (
        <>
          <del className="text-muted decoration-2">{counted}</del> <span className="text-muted">→</span>{' '}
        </>
      ) : (
        <span className="text-muted">{counted} · </span>
      )}
      <span className="font-medium">{headline}</span>
    </p>
  );
}
