'use client';
import { DropPlace } from '@/components/articles/drop-place';
import { HashLine } from '@/components/exports/hash-line';
import { LookAgain } from '@/components/imports/look-again';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { Time } from '@/components/ui/time';
import { PersonName } from '@/components/ui/person-name';
import type { ArchiveCheck } from '@/lib/archives/archive';
import { archiveWords } from '@/lib/archives/archive-words';
import { useArchive, type Way } from './use-archive';

const People = ({ people }: { people: ArchiveCheck['people'] }) => (
  <ul className="flex flex-col gap-0.5">
    {people.map(({ name, email, known }, index) => (
      <li key={index} className="wrap-anywhere">
        <PersonName person={{ name, ...(known ? {} : { external: true }) }} />{' '}
        <span className="text-muted">{email}</span>
      </li>
    ))}
  </ul>
);

/** What would come, before anything is written. */
function WouldCome({ check, busy, onBring }: { check: ArchiveCheck; busy: boolean; onBring: () => void }) {
  const { project, counts, people, sha256, written } = check;
  return (
    <section aria-labelledby="would-come" className="flex flex-col gap-5">
      <div className="flex flex-col gap-3">
        <h2 id="would-come" className="text-lg font-semibold wrap-anywhere">
          “{project}” will come as a new project
        </h2>
        <p className="text-md">{archiveWords(counts).join(' · ')}</p>
      </div>
      <Facts
        facts={[
          {
            term: 'Archived',
            value: (
              <>
                {written.by}, <Time at={written.at} />
              </>
            ),
          },
          { term: 'SHA-256', value: <HashLine hash={sha256} copy="Copy the hash" /> },
          { term: 'By', value: <People people={people} /> },
        ]}
      />
      <Notice>
        You will lead it, and nobody else is a member until you invite them. The work stays under the names that the
        archive gives: people with an account here under theirs, all others as external names that nobody signs in with.
        Whether they really did it only the archive says; the history will tell that it was you who brought it in. As
        long as nobody else has worked in the project you can take it back, as one.
      </Notice>
      <Button variant="primary" size="large" className="self-start" busy={busy} onClick={onBring}>
        Bring in the project
      </Button>
    </section>
  );
}

const mostly = { trying: 'Reading it line by line. Nothing is written', bringing: 'Being written' } as const;

/** How far a file is on its way, and then what is done with it. */
function OnItsWay({ way: { doing, sent } }: { way: Way }) {
  if (sent === 1) return <Progress label={mostly[doing]} value={null} valueText="This may take some minutes" />;
  const percent = Math.floor(sent * 100);
  return <Progress label="Sending the file" value={percent} valueText={`${percent} %`} />;
}

/** A whole project from its archive: chosen, tried without a trace, then brought in as a new one. `most` is in megabytes. */
export function ArchiveDesk({ most }: { most: number }) {
  const { busy, problem, fault, check, way, choose, bring, again } = useArchive(most);
  return (
    <div className="flex max-w-3xl flex-col gap-8 pb-12">
      <DropPlace onFiles={(files) => void choose(files)} accept=".jsonl,application/jsonl">
        Drop the archive of a project here: a lead takes one in the settings of the project. First you see what would
        come; nothing is written before that. Up to {most.toLocaleString('en')} MB.
      </DropPlace>
      {fault && (
        <Notice tone="bad" live>
          {fault}
        </Notice>
      )}
      <LookAgain problem={problem} onAgain={() => void again()} />
      {way && <OnItsWay way={way} />}
      {check && <WouldCome check={check} busy={busy} onBring={() => void bring()} />}
    </div>
  );
}
