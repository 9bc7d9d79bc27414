import type pg from 'pg';

/**
 * Runs as the app role for a person in these projects, and undoes it. `null` sets nothing at all, as a forgotten scope would.
 * Deferred constraints are asked for before the end.
 */
export async function asApp<T>(
  db: pg.Client,
  scope: { projects: unknown[]; user: unknown } | null,
  work: () => Promise<T>,
): Promise<T> {
  await db.query('BEGIN');
  try {
    if (scope)
      await db.query(`SELECT set_config('app.projects', $1, true), set_config('app.user', $2, true)`, [
        `{${scope.projects.join(',')}}`,
        scope.user,
      ]);
    await db.query('SET LOCAL ROLE claimbench_app');
    const answer = await work();
    await db.query('SET CONSTRAINTS ALL IMMEDIATE');
    return answer;
  } finally {
    await db.query('ROLLBACK');
  }
}

/** What PostgreSQL refused: `42501 …` for a missing right or a policy, else the name of the constraint. Null when it let it pass. */
export const refusal = (attempt: Promise<unknown>): Promise<string | null> =>
  attempt.then(
    () => null,
    (error: { code?: string; constraint?: string; message: string }) => {
      if (!error.code) throw error;
      if (error.code === '42501') return /row-level security/.test(error.message) ? 'policy' : 'right';
      return error.constraint ?? `${error.code} ${error.message}`;
    },
  );
