import type { ReadContext } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { decideEcho } from '@/lib/echoes/commands';
import { findEcho, listEchoes } from '@/lib/echoes/queries/echoes';
import type { EchoSeed } from './echoes';
import type { Loaded } from './loaded';
import type { Loader } from './loader';
import { demo } from './project';

async function idOf(ctx: ReadContext, loaded: Loaded, { between, holds }: EchoSeed): Promise<string> {
  const [one, other] = between.map((key) => loaded.articles[key]!.id);
  const { items } = await listEchoes(ctx, loaded.projectId, { limit: 500, articleId: one });
  const found = items.find(({ spans }) => spans.some((span) => span.articleId === other && span.quote.includes(holds)));
  if (!found) throw new Error(`The demo has no echo of ${between.join(' and ')} with “${holds}”.`);
  return found.id;
}

/** What the demo's analysts decided of its echoes. */
export async function decideEchoes(loader: Loader, loaded: Loaded): Promise<void> {
  for (const seed of demo.echoes) {
    const actor = loaded.people[seed.by];
    const id = await read(actor, (ctx) => idOf(ctx, loaded, seed));
    const from = seed.decision === 'derived' ? { from: loaded.articles[seed.from]!.id } : {};
    const input = { decision: seed.decision, reason: seed.reason, ...from };
    await loader.send(decideEcho, actor, id, input, (ctx) => findEcho(ctx, id));
  }
}
