import { fixed, type ExportDocument, type Writer } from './source';
import { edgesOf, linesOf } from './tokens';
import { nameOf } from './training';

const SEGMENTATION = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type';
const CITATION = 'webanno.custom.Citation';
const FEATURES = ['stance', 'claim', 'claimId', 'citationId', 'speaker', 'taggedBy', 'note'] as const;

const feature = (name: string, range: string) => ({ [name]: { '%NAME': name, '%RANGE': range } });
const annotationType = (name: string, features: object = {}) => ({
  [name]: { '%NAME': name, '%SUPER_TYPE': 'uima.tcas.Annotation', ...features },
});
const TYPES = {
  ...annotationType(CITATION, {
    ...Object.assign({}, ...FEATURES.map((name) => feature(name, 'uima.cas.String'))),
    ...feature('confidence', 'uima.cas.Integer'),
    ...feature('denies', 'uima.cas.Boolean'),
    ...feature('implied', 'uima.cas.Boolean'),
  } as object),
  ...annotationType(`${SEGMENTATION}.Sentence`),
  ...annotationType(`${SEGMENTATION}.Token`),
};

/** UIMA's strings are Java's, which take what JSON takes; a feature without a value is left out. */
function structuresOf({ text, spans }: ExportDocument) {
  const at = (type: string, start: number, end: number, features: object = {}) => ({
    '%TYPE': type,
    '@sofa': 1,
    begin: start,
    end,
    ...features,
  });
  const lines = linesOf(text, edgesOf(spans));
  const found = [
    at('uima.tcas.DocumentAnnotation', 0, text.length, {
      language: spans[0]?.citation.article.language ?? 'x-unspecified',
    }),
    ...lines.map(({ start, end }) => at(`${SEGMENTATION}.Sentence`, start, end)),
    ...lines.flatMap(({ tokens }) => tokens.map(({ start, end }) => at(`${SEGMENTATION}.Token`, start, end))),
    ...spans.map(({ claim, citation }) =>
      at(CITATION, citation.start, citation.end, {
        ...{ stance: citation.stance, claim: claim.statement, claimId: claim.id, citationId: citation.tagId },
        ...(citation.speaker ? { speaker: citation.speaker.name } : {}),
        taggedBy: citation.taggedBy.name,
        ...(citation.note ? { note: citation.note } : {}),
        ...(citation.confidence === null ? {} : { confidence: citation.confidence }),
        ...{ denies: citation.denies, implied: citation.implied },
      }),
    ),
  ];
  return found.map((one, index) => ({ '%ID': index + 2, ...one }));
}

function cas(document: ExportDocument): string {
  const sofa = {
    ...{ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text' },
    sofaString: document.text,
  };
  const structures = structuresOf(document);
  const views = { _InitialView: { '%SOFA': 1, '%MEMBERS': structures.map((one) => one['%ID']) } };
  return `${JSON.stringify({ '%TYPES': TYPES, '%FEATURE_STRUCTURES': [sofa, ...structures], '%VIEWS': views })}\n`;
}

/**
 * UIMA CAS as JSON (0.4.0), as INCEpTION reads it: an article a file with its sentences (lines), tokens and citations.
 * Places are UTF-16 code units.
 */
export const writeUimaCas: Writer = async function* (source) {
  for await (const document of source.documents())
    yield fixed(`${nameOf(document)}.json`, 'application/json', cas(document));
};
