import { Facts } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import { sayResting } from '@/lib/claims/resting';
import type { MadeExport } from '@/lib/exports/export';
import { sayTlp } from '@/lib/formats/marking';
import { exportHref, wordsOf } from './formats';
import { HashLine } from './hash-line';

const several = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** Which claims were meant, in words. */
function Scope({ made: { projectId, filter } }: { made: MadeExport }) {
  const { claimIds, entityId, rests } = filter;
  if (!claimIds && !entityId && !rests) return 'All approved claims';
  return (
    <ul>
      {claimIds && <li>{several(claimIds.length, 'named claim')}</li>}
      {entityId && (
        <li>
          Claims about <TextLink href={`/projects/${projectId}/entities/${entityId}`}>one entity</TextLink>
        </li>
      )}
      {rests?.map((one) => (
        <li key={one}>{sayResting[one].label}</li>
      ))}
    </ul>
  );
}

function Since({ made: { projectId, manifest } }: { made: MadeExport }) {
  const since = manifest.since!;
  return (
    <>
      Only what changed since{' '}
      <TextLink href={exportHref(projectId, since.export)}>
        the export of <Time at={since.at} />
      </TextLink>{' '}
      by {since.by.name}
    </>
  );
}

function Signed({ made: { manifest } }: { made: MadeExport }) {
  const { signature } = manifest;
  if (!signature) return 'Not signed: this installation has no key.';
  return (
    <>
      Ed25519, key <code className="font-mono text-sm break-all">{signature.key.kid}</code>
    </>
  );
}

/** Who made it, of which claims, where the log stood, and what vouches for it. */
export function ExportFacts({ made }: { made: MadeExport }) {
  const { counts, since, claims } = made.manifest;
  const held = [
    several(counts.claims ?? 0, 'claim'),
    several(counts.citations ?? 0, 'citation'),
    several(counts.articles ?? 0, 'article'),
  ];
  return (
    <Facts
      facts={[
        { term: 'Made', value: <Time at={made.createdAt} /> },
        { term: 'By', value: made.creator.name },
        { term: 'Format', value: wordsOf(made.format).label },
        { term: 'Of', value: <Scope made={made} /> },
        { term: 'Since', value: since ? <Since made={made} /> : null },
        { term: 'Marking', value: made.filter.marking ? sayTlp(made.filter.marking) : null },
        { term: 'Holds', value: held.join(', ') },
        { term: 'Log', value: made.log.seq === 0 ? 'Before its first event' : `After event ${made.log.seq}` },
        { term: 'Chain head', value: <HashLine hash={made.log.hash} copy="Copy chain head" /> },
        { term: 'Claims’ hash', value: claims ? <HashLine hash={claims.sha256} copy="Copy claims’ hash" /> : null },
        { term: 'Signature', value: <Signed made={made} /> },
      ]}
    />
  );
}
