import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAll, expectRefusal, rows } from '@/lib/core/testing';
import { createUser, disableUser, openSignInLink, signInWithLink, signInWithPassword } from './accounts';
import { hashPassword } from './password';
import { endSession, findSession, openSession } from './sessions';

const PASSWORD = 'a sentence nobody else would think of';
const WRONG = 'a sentence that somebody guessed';
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(closeAll);

const somebody = () => createUser({ name: 'Sam', email: `${randomUUID()}@example.org`, passwordHash });
/** An address of its own for each test, so that none uses up another's tries. */
const from = () => `test ${randomUUID()}`;

it('passwords are kept as argon2id over 46 MiB in one pass', () => {
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
});

describe('signing in with a password', () => {
  it('lets in whoever has it, however the address is typed', async () => {
    const { id, email } = await somebody();
    expect(await signInWithPassword(` ${email.toUpperCase()} `, PASSWORD, from())).toMatchObject({ id, email });
  });

  it('answers the same for a wrong password, an unknown address, no address, a disabled account and one without password', async () => {
    const address = from();
    const [known, disabled] = [await somebody(), await somebody()];
    await disableUser(disabled.id);
    const { email: linkOnly } = await createUser({ name: 'Lin', email: `${randomUUID()}@example.org` });
    expect(await signInWithPassword(known.email, WRONG, address)).toBeNull();
    expect(await signInWithPassword(`${randomUUID()}@example.org`, PASSWORD, address)).toBeNull();
    expect(await signInWithPassword('no address', PASSWORD, address)).toBeNull();
    expect(await signInWithPassword(disabled.email, PASSWORD, address)).toBeNull();
    expect(await signInWithPassword(linkOnly, PASSWORD, address)).toBeNull();
  });

  it.each([
    ['an account', async () => (await somebody()).email],
    ['an address without an account', async () => `${randomUUID()}@example.org`],
  ])('takes ten wrong passwords for %s, then none, not the right one either', async (_, emailOf) => {
    const email = await emailOf();
    for (let tried = 0; tried < 10; tried++) expect(await signInWithPassword(email, WRONG, from())).toBeNull();
    await expectRefusal(signInWithPassword(email, PASSWORD, from()), 'rate-limited');
  });

  it('counts in the database, each of many that come at once', async () => {
    const { email } = await somebody();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, () => signInWithPassword(email, WRONG, from())),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await rows().rateLimit.findUnique({ where: { key: `sign-in:${email}` } })).toMatchObject({ points: 30 });
  });

  it('forgets the wrong ones after the right one', async () => {
    const { email } = await somebody();
    for (let tried = 0; tried < 9; tried++) await signInWithPassword(email, WRONG, from());
    expect(await signInWithPassword(email, PASSWORD, from())).not.toBeNull();
    expect(await signInWithPassword(email, WRONG, from())).toBeNull();
  });

  it('counts no try of a place that let somebody in', async () => {
    const address = from();
    const { email, id } = await somebody();
    await signInWithPassword(email, WRONG, address);
    for (let came = 0; came < 3; came++) expect(await signInWithPassword(email, PASSWORD, address)).not.toBeNull();
    expect(await signInWithLink(await openSignInLink(id, 1), address)).not.toBeNull();
    expect(await rows().rateLimit.findUnique({ where: { key: `sign-in-from:${address}` } })).toMatchObject({
      points: 1,
    });
  });

  it('takes a hundred wrong tries from one place, whomever they are for', async () => {
    const address = from();
    await rows().rateLimit.create({
      data: { key: `sign-in-from:${address}`, points: 99, expire: new Date(Date.now() + 60_000) },
    });
    expect(await signInWithLink('no such link', address)).toBeNull();
    const { email, id } = await somebody();
    await expectRefusal(signInWithPassword(email, PASSWORD, address), 'rate-limited');
    await expectRefusal(signInWithLink(await openSignInLink(id, 1), address), 'rate-limited');
  });
});

describe('a sign-in link', () => {
  it('lets in once, also when it is used twice at the same moment', async () => {
    const { id } = await somebody();
    const secret = await openSignInLink(id, 1);
    const outcomes = await Promise.all([signInWithLink(secret, from()), signInWithLink(secret, from())]);
    expect(outcomes.filter(Boolean)).toEqual([expect.objectContaining({ id })]);
    expect(await signInWithLink(secret, from())).toBeNull();
  });

  it('lets nobody in when its time is over or its account is disabled', async () => {
    const { id } = await somebody();
    expect(await signInWithLink(await openSignInLink(id, -1), from())).toBeNull();
    const secret = await openSignInLink(id, 1);
    await disableUser(id);
    expect(await signInWithLink(secret, from())).toBeNull();
  });
});

describe('a session', () => {
  it('ends with signing out, with its account, after twelve hours, and after one without a request', async () => {
    const { id } = await somebody();
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    const opened = async () => {
      const secret = await openSession(id, 'test');
      const { sessionId } = (await findSession(secret))!;
      return { secret, where: { id: sessionId } };
    };
    const [out, old, idle, last] = [await opened(), await opened(), await opened(), await opened()];
    await endSession(out.secret);
    await rows().session.update({ where: old.where, data: { expiresAt: hours(0) } });
    await rows().session.update({ where: idle.where, data: { seenAt: hours(-1) } });
    for (const { secret } of [out, old, idle]) expect(await findSession(secret)).toBeNull();
    expect(await findSession(last.secret)).not.toBeNull();
    await disableUser(id);
    expect(await findSession(last.secret)).toBeNull();
  });
});
