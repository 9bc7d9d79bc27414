import { readFileSync } from 'node:fs';
import { addArticle, addPublisher, finishReading, saveArticle } from '@/lib/articles/commands';
import { findArticle } from '@/lib/articles/queries';
import { writePublished } from '@/lib/articles/published';
import { addClaim } from '@/lib/claims/commands/claims';
import { addEntity } from '@/lib/entities/commands';
import { settlePublisherGrade } from '@/lib/grades/commands';
import { distinguishEntity } from '@/lib/merges/commands/distinctions';
import { mergeEntity } from '@/lib/merges/commands/merges';
import { createProject, inviteMember, saveProject } from '@/lib/members/commands';
import { findProject } from '@/lib/members/queries';
import type { ArticleKey } from './articles';
import type { ClaimKey } from './claims';
import { takeDecisions } from './load-decisions';
import { decideEchoes } from './load-echoes';
import { giveGrades } from './load-grades';
import { addHighlights } from './load-highlights';
import { askQuestions } from './load-questions';
import { addAssessments, holdRounds } from './load-rounds';
import { addThreads } from './load-threads';
import type { Loader } from './loader';
import { wordingOf, type Loaded } from './loaded';
import { findPeople, type People } from './people';
import { demo, type Demo } from './project';
import type { PublisherKey, PublisherSeed } from './publishers';

const entriesOf = <T extends object>(record: T) => Object.entries(record) as [keyof T & string, T[keyof T]][];

async function addProject(loader: Loader): Promise<{ projectId: string; people: People }> {
  const { daniel } = await findPeople();
  const { name, description, grades } = demo.project;
  const project = await loader.send(createProject, daniel, daniel.userId, { name, description });
  const lead = (await findPeople()).daniel;
  await loader.send(saveProject, lead, project.id, { grades }, (ctx) => findProject(ctx, project.id));
  for (const [key, { email, role }] of entriesOf(demo.accounts))
    if (key !== 'daniel') await loader.send(inviteMember, lead, project.id, { email, role });
  return { projectId: project.id, people: await findPeople() };
}

async function addSources(loader: Loader, loaded: Loaded) {
  const { projectId, people } = loaded;
  for (const [key, seed] of entriesOf<Record<PublisherKey, PublisherSeed>>(demo.publishers)) {
    const { reliability, ...input } = seed;
    loaded.publishers[key] = (await loader.send(addPublisher, people.daniel, projectId, input)).id;
    if (reliability)
      await loader.send(settlePublisherGrade, people.daniel, loaded.publishers[key], { mark: reliability });
  }
  for (const [key, seed] of entriesOf<Record<ArticleKey, Demo['articles'][ArticleKey]>>(demo.articles)) {
    const bytes = readFileSync(new URL(`./articles/${seed.file}`, import.meta.url));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const actor = people[seed.by];
    const { id } = await loader.send(addArticle, actor, projectId, { title: seed.title, text });
    loaded.articles[key] = { id, text };
    const known = {
      publisherId: loaded.publishers[seed.publisher],
      publishedAt: writePublished(seed.published),
      publishedEstimated: seed.published.estimated,
      url: seed.url,
      language: seed.language,
      kind: seed.kind,
      ...(seed.relays
        ? { relaysPublisherId: loaded.publishers[seed.relays.publisher], relaysNote: seed.relays.note }
        : {}),
    };
    await loader.send(saveArticle, actor, id, known, async (ctx) => ({
      version: (await findArticle(ctx, id)).revision,
    }));
  }
}

async function addEntities(loader: Loader, loaded: Loaded) {
  for (const [key, { by, institution, ...seed }] of entriesOf<Demo['entities']>(demo.entities)) {
    const input = { ...seed, ...(institution ? { institutionId: loaded.entities[institution] } : {}) };
    loaded.entities[key] = (await loader.send(addEntity, loaded.people[by], loaded.projectId, input)).id;
  }
}

/** What was said of pairs, and the merges that followed. */
async function settleNames(loader: Loader, { people, entities }: Loaded) {
  for (const { one, other, by, ...said } of demo.distinctions)
    await loader.send(distinguishEntity, people[by], entities[one]!, { otherId: entities[other], ...said });
  for (const { survivor, merged, by, reason } of demo.merges)
    await loader.send(mergeEntity, people[by], entities[survivor]!, { otherId: entities[merged], reason });
}

async function addClaims(loader: Loader, loaded: Loaded) {
  for (const [key, seed] of entriesOf<Record<ClaimKey, Demo['claims'][ClaimKey]>>(demo.claims))
    loaded.claims[key] = (
      await loader.send(addClaim, loaded.people[seed.by], loaded.projectId, wordingOf(loaded, seed))
    ).id;
}

async function addJudgments(loader: Loader, loaded: Loaded) {
  for (const { article, by } of demo.readings)
    await loader.send(finishReading, loaded.people[by], loaded.articles[article]!.id, {});
  await addThreads(loader, loaded, demo.threads);
  await addAssessments(loader, loaded, await holdRounds(loader, loaded));
}

/** Loads the demo project through the commands, as its four accounts. Answers the project's id. */
export async function loadDemo(loader: Loader): Promise<string> {
  const loaded: Loaded = {
    ...(await addProject(loader)),
    publishers: {},
    articles: {},
    entities: {},
    claims: {},
    highlights: {},
    tags: {},
  };
  await addSources(loader, loaded);
  await addEntities(loader, loaded);
  await addClaims(loader, loaded);
  await addHighlights(loader, loaded, false);
  await addJudgments(loader, loaded);
  await giveGrades(loader, loaded);
  await takeDecisions(loader, loaded);
  await addHighlights(loader, loaded, true);
  await decideEchoes(loader, loaded);
  await settleNames(loader, loaded);
  await askQuestions(loader, loaded);
  return loaded.projectId;
}
