import { titleOf, type Layer } from './layer';
import { LayerFacts } from './layer-facts';
import { LayerSign } from './layer-sign';
import { useLanguage } from './use-desk';

/** One tag on one line. A citation in the margin has a second one, and its facts stand there. */
export function LayerLine({ layer, facts = true }: { layer: Layer; facts?: boolean }) {
  const language = useLanguage();
  const { tag, highlight, line } = layer;
  return (
    <>
      <LayerSign tag={tag} />
      <span className={`min-w-0 flex-1 truncate ${line === 'rejected' ? 'text-muted line-through' : ''}`}>
        {tag ? <bdi>{titleOf(tag)}</bdi> : <bdi lang={language}>{highlight.quote}</bdi>}
      </span>
      {facts ? <LayerFacts layer={layer} /> : null}
    </>
  );
}
