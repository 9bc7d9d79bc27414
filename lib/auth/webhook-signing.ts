import { createHmac, hkdfSync } from 'node:crypto';

// The Standard Webhooks convention (standardwebhooks.com): receivers find a library for it in their own language.

/** What a webhook's deliveries are signed with: reckoned from AUTH_SECRET whenever it is needed, so that no copy of the database holds it. */
export function webhookSecret(authSecret: string, id: string, number: number): string {
  const key = hkdfSync('sha256', authSecret, id, `claimbench webhook ${number}`, 32);
  return `whsec_${Buffer.from(key).toString('base64')}`;
}

/** The three headers by which a receiver knows who sends, that nothing was changed, and what came before. `at` in ms. */
export function signedHeaders(secret: string, id: string, at: number, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
