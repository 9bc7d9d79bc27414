import { assessClaim } from '@/lib/claims/commands/claims';
import { handInRound, openRound } from '@/lib/rounds/commands';
import { findRound } from '@/lib/rounds/queries';
import type { AssessmentSeed } from './assessments';
import type { Loaded } from './loaded';
import type { Loader } from './loader';
import { demo } from './project';
import type { RoundSeed } from './rounds';

const judge = (loader: Loader, loaded: Loaded, { claim, by, ...judged }: AssessmentSeed) =>
  loader.send(assessClaim, loaded.people[by], loaded.claims[claim]!, judged);

const isOf = (one: AssessmentSeed) => (other: AssessmentSeed) => one.claim === other.claim && one.by === other.by;

/** What the analysts of a round judge of its claims: in it, and what they came to judge after the reveal. */
function judgedIn({ claims, analysts, first }: RoundSeed) {
  const last = demo.assessments.filter(({ claim, by }) => claims.includes(claim) && analysts.includes(by));
  return {
    inRound: last.map((one) => first.find(isOf(one)) ?? one),
    after: last.filter((one) => first.some(isOf(one))),
  };
}

/** Rounds in which some of the claims are judged, each alone; the last hand-in reveals. Answers the judgments that are made with them. */
export async function holdRounds(loader: Loader, loaded: Loaded): Promise<AssessmentSeed[]> {
  const { people, projectId } = loaded;
  const made: AssessmentSeed[] = [];
  for (const seed of demo.rounds) {
    const { inRound, after } = judgedIn(seed);
    const { id } = await loader.send(openRound, people.daniel, projectId, {
      name: seed.name,
      blind: true,
      claimIds: seed.claims.map((key) => loaded.claims[key]!),
      analystIds: seed.analysts.map((key) => people[key].userId),
    });
    for (const one of inRound) await judge(loader, loaded, one);
    for (const key of seed.analysts) await loader.send(handInRound, people[key], id, {}, (ctx) => findRound(ctx, id));
    for (const { claim, by, ...judged } of after)
      await loader.send(assessClaim, people[by], loaded.claims[claim]!, judged, async () => ({ version: 1 }));
    made.push(...demo.assessments.filter((one) => inRound.some(isOf(one))));
  }
  return made;
}

/** What was judged in the open. */
export async function addAssessments(loader: Loader, loaded: Loaded, but: readonly AssessmentSeed[]): Promise<void> {
  for (const one of demo.assessments) if (!but.includes(one)) await judge(loader, loaded, one);
}
