/** How a program in JavaScript checks what comes to it; shown to who writes one, and run as it stands in a test. */
export const recipe = `import { createHmac, timingSafeEqual } from 'node:crypto';

// body: the bytes as they came, before anything parses them. secret: whsec_…
export function isGenuine(headers, body, secret) {
  const id = headers['webhook-id'];
  const time = headers['webhook-timestamp'];
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = createHmac('sha256', key).update(id + '.' + time + '.').update(body);
  const wanted = Buffer.from('v1,' + signed.digest('base64'));
  const given = Buffer.from(String(headers['webhook-signature']));
  const isFresh = Math.abs(Date.now() / 1000 - Number(time)) < 300;
  return isFresh && given.length === wanted.length && timingSafeEqual(given, wanted);
}
`;
