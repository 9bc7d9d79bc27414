import pg from 'pg';
import type { Check, Finding } from './finding';
import { verifyApprovals } from './verify-approvals';
import { verifyChain, verifyExports } from './verify-chain';
import { verifyConstraints, verifyLocks } from './verify-database';
import { verifyEchoes } from './verify-echoes';
import { verifyExportedClaims } from './verify-exported';
import { verifyRules } from './verify-rules';
import { verifyTexts } from './verify-texts';
import type { Speech } from './speech';

/** The checks that read through the connection they are given, so that all see the same moment. */
export const checks: Record<string, Check> = {
  log: verifyChain,
  texts: verifyTexts,
  echoes: verifyEchoes,
  rules: verifyRules,
  exports: verifyExports,
  exported: verifyExportedClaims,
  constraints: verifyConstraints,
  locks: verifyLocks,
};

const SHOWN = 50; // faults of one check that are listed

/**
 * Checks everything that the data promises, while the server may go on working. Answers the number of faults. Whoever can
 * write to the database past the product could also rewrite the whole log; only a kept head hash or export shows that.
 */
export async function verify(url: string, { say, warn, passing }: Speech): Promise<number> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  let total = 0;
  const tell = (name: string, { looked, faults }: Finding) => {
    total += faults.length;
    say(`${faults.length ? 'FAULT' : 'ok   '}  ${name}: ${looked}${faults.length ? `; ${faults.length} wrong` : ''}`);
    for (const fault of faults.slice(0, SHOWN)) warn(`  ${name}: ${fault}`);
    if (faults.length > SHOWN) warn(`  ${name}: and ${faults.length - SHOWN} more`);
  };
  try {
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    for (const [name, check] of Object.entries(checks)) {
      passing(`${name} …`);
      tell(name, await check(db));
    }
    await db.query('COMMIT');
  } finally {
    await db.end();
  }
  passing('approvals …');
  tell('approvals', await verifyApprovals());
  say(total ? `${total} faults.` : 'Nothing is wrong.');
  return total;
}
