import net from 'node:net';

/** A server that takes mail on a port of this machine, as RFC 5321 has it; `refuse` makes it turn the next ones away. */
export async function mailServer() {
  const taken: string[] = [];
  const state = { refuse: false };
  const server = net.createServer((socket) => {
    let body: string | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 mail.example.org ESMTP');
    const answer = (line: string) => {
      if (body !== null) {
        if (line === '.') {
          taken.push(body);
          body = null;
          say('250 taken');
        } else body += `${line.replace(/^\./, '')}\n`;
      } else if (/^EHLO/i.test(line)) say('250 mail.example.org');
      else if (/^MAIL/i.test(line)) say(state.refuse ? '451 later' : '250 ok');
      else if (/^DATA/i.test(line)) {
        body = '';
        say('354 go on');
      } else if (/^QUIT/i.test(line)) {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    };
    socket.setEncoding('utf8');
    socket.on('error', () => {});
    socket.on('data', (data: string) => {
      const lines = (rest + data).split('\r\n');
      rest = lines.pop()!;
      lines.forEach(answer);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  return Object.assign(state, { url: `smtp://127.0.0.1:${port}`, taken, close: () => server.close() });
}
