// Ports of this machine.
import net from 'node:net';

/** Listens for a moment: the port it got, or a rejection with the system's error code. */
export const tryPort = (port, host = '127.0.0.1') =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(address.port));
    });
  });

/** Whether nobody listens on a port of the loopback. */
export const isFree = (port) =>
  tryPort(port).then(
    () => true,
    () => false,
  );

/** Some free port of the loopback. */
export const anyPort = () => tryPort(0);
