import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// Each test reads the environment anew: the module keeps what it read first.
beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function begun() {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  (await import('./env')).settingsOrEnd();
  return { ended: exit.mock.calls, said: said.mock.calls.flat() };
}

it('a server whose settings are wrong ends, with a line for each', async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://somebody@localhost/none');
  vi.stubEnv('AUTH_SECRET', 'short');
  vi.stubEnv('CLAIMBENCH_SIGNING_KEY', 'no key');
  expect(await begun()).toEqual({
    ended: [[1]],
    said: [
      'AUTH_SECRET: AUTH_SECRET must have at least 32 characters.\n' +
        'CLAIMBENCH_SIGNING_KEY: This is not an Ed25519 private key (PKCS #8, DER, base64).',
    ],
  });
});

it('one whose settings are right goes on', async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://somebody@localhost/none');
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32));
  expect(await begun()).toEqual({ ended: [], said: [] });
});
