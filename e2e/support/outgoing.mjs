// Preloaded into the servers of the stories: every connection to another machine, and every name that is looked up, is written
// down in the file that CLAIMBENCH_OUTGOING names. Nothing is held back: what is written there is what the product really did.
import dns from 'node:dns';
import fs from 'node:fs';
import net from 'node:net';

const loopback = /^(127\.|::1$|::ffff:127\.|localhost$|$)/;
const note = (what, host) => {
  if (!loopback.test(String(host ?? ''))) fs.appendFileSync(process.env.CLAIMBENCH_OUTGOING, `${what} ${host}\n`);
};

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  // Node calls itself with its arguments already put into one array.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) note('connect', first.path ? '' : first.host);
  else if (typeof second === 'string') note('connect', second);
  return connect.apply(this, args);
};

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const ours = dns[name];
  dns[name] = (host, ...rest) => {
    note(name, host);
    return ours(host, ...rest);
  };
  const promised = dns.promises[name];
  dns.promises[name] = (host, ...rest) => {
    note(name, host);
    return promised(host, ...rest);
  };
}
