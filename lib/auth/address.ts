/**
 * Where a request comes from, to count tries by: what the proxy in front says, else the connection's own address, which the
 * framework puts into `x-forwarded-for`. Of several there the last is the one that our nearest neighbour saw.
 */
export const addressOf = (header: (name: string) => unknown): string =>
  String(
    header('x-real-ip') ||
      String(header('x-forwarded-for') ?? '')
        .split(',')
        .at(-1)!
        .trim() ||
      'local',
  ).slice(0, 100);
