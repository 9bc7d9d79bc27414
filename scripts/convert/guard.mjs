// Loaded before anything else in the process that converts files: whatever a file asks for, nothing is contacted and nothing is started.
import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const refuse = () => {
  throw new Error('A conversion contacts nothing and starts nothing.');
};
/** Every function of these replaced; classes too, since a class is a function. */
function close(library, names = Object.keys(library)) {
  for (const name of names)
    if (typeof library[name] === 'function')
      Object.defineProperty(library, name, { value: refuse, configurable: true, writable: true });
}

for (const library of [dns, dns.promises, dgram, http2, https, tls]) close(library);
close(http, ['request', 'get', 'createServer', 'ClientRequest', 'Agent', 'Server']);
close(childProcess);
close(cluster, ['fork']);
// Standard input and output are sockets themselves: only what opens one is taken away.
close(net, ['connect', 'createConnection', 'createServer', 'Server', '_createServerHandle']);
close(net.Socket.prototype, ['connect']);
close(globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);
syncBuiltinESMExports();
