import { stances } from '@/lib/claims/claim';
import { codePointsIn } from './offsets';
import { fixed, type ExportDocument, type Writer } from './source';
import { metaOf } from './training';

const CONFIG = `<View>
  <Labels name="label" toName="text">
${stances.map((stance) => `    <Label value="${stance}"/>`).join('\n')}
  </Labels>
  <Text name="text" value="$text"/>
</View>
`;

function taskOf(document: ExportDocument, id: number) {
  const place = codePointsIn(document.text);
  const result = document.spans.map(({ claim, citation: { tagId, start, end, quote, stance, note } }) => ({
    id: tagId,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    origin: 'manual',
    value: { start: place(start), end: place(end), text: quote, labels: [stance] },
    meta: { text: [claim.statement, ...(note ? [note] : [])], claim_id: [claim.id] },
  }));
  return {
    id,
    data: { text: document.text, ...metaOf(document, 'code points') },
    annotations: [{ id, was_cancelled: false, result }],
  };
}

/**
 * Label Studio's JSON: a list of tasks, one a line, and the labelling set-up that its names refer to. Places in `<Text>`
 * are Unicode code points. The claim of each region is in its meta.
 */
export const writeLabelStudio: Writer = (source) => [
  {
    name: 'tasks.json',
    contentType: 'application/json',
    async *chunks() {
      let id = 0;
      yield '[';
      for await (const document of source.documents())
        yield `${id === 0 ? '\n' : ',\n'}${JSON.stringify(taskOf(document, (id += 1)))}`;
      yield '\n]\n';
    },
  },
  fixed('labelling.xml', 'application/xml', CONFIG),
];
