import { judgementOf, telling, type Endnote, type Judgement } from './brief';
import { grouping, headingOf, knowing, type BriefHead, type Heading } from './brief-parts';
import type { ExportClaim } from './export';
import type { ExportSource, Spool } from './source';

/** The claims of one question, told as they are asked for. */
export interface StreamedSection {
  readonly question: Heading | null;
  readonly judgements: () => AsyncIterable<Judgement>;
}

/** A brief whose claims are told one by one: of them numbers are in memory, and what a note says of each text that is cited. */
export interface StreamedBrief extends BriefHead {
  /** Whether there are questions, and so headings for them. */
  readonly named: boolean;
  /** Without evidence, for what comes first. */
  readonly outline: readonly StreamedSection[];
  /** With it: to be read once and in their order, as quotes and notes are numbered while they go by. */
  readonly sections: readonly StreamedSection[];
  /** As far as the sections were read, number 1 first. */
  readonly endnotes: readonly Endnote[];
}

/** Reads the claims of an export once, puts them down, and tells them from there: key judgements come first, and notes last. */
export async function openBrief(source: ExportSource, spool: Spool): Promise<StreamedBrief> {
  const [{ tell, notes }, { learn, head }, groups] = [telling(), knowing(), grouping<number>()];
  for await (const claim of source.claims()) {
    learn(claim, source.meta);
    groups.add(claim, await spool.put(JSON.stringify(claim)));
  }
  let before = 0;
  const all = groups.all().map((group) => {
    const first = before + 1;
    before += group.claims.length;
    return { ...group, first };
  });
  const told = (say: (claim: ExportClaim, number: number) => Judgement): StreamedSection[] =>
    all.map(({ question, claims, first }) => ({
      question: headingOf(question),
      async *judgements() {
        for (const [nth, number] of claims.entries())
          yield say(JSON.parse(await spool.get(number)) as ExportClaim, first + nth);
      },
    }));
  return {
    ...head(source.meta),
    named: all.some(({ question }) => question),
    outline: told((claim, number) => judgementOf(claim, number, [])),
    sections: told(tell),
    endnotes: notes,
  };
}
