import {
  gradeCitation,
  gradeClaim,
  gradeEntity,
  settleCitationGrade,
  settleClaimGrade,
  settleEntityGrade,
} from '@/lib/grades/commands';
import type { GradeSeed } from './grades';
import type { Loaded } from './loaded';
import type { Loader } from './loader';
import { demo } from './project';

function doorOf(seed: GradeSeed, { entities, tags, claims }: Loaded) {
  if ('speaker' in seed) return { id: entities[seed.speaker]!, give: gradeEntity, settle: settleEntityGrade };
  if ('citation' in seed) return { id: tags[seed.citation]!, give: gradeCitation, settle: settleCitationGrade };
  return { id: claims[seed.claim]!, give: gradeClaim, settle: settleClaimGrade };
}

/** What the demo's analysts grade, and what its lead settles. */
export async function giveGrades(loader: Loader, loaded: Loaded): Promise<void> {
  for (const seed of demo.grades) {
    const { id, give, settle } = doorOf(seed, loaded);
    await loader.send(seed.settled ? settle : give, loaded.people[seed.by], id, { mark: seed.mark });
  }
}
