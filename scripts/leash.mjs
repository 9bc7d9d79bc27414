// Preloaded into long-running children (see run.mjs). Descriptor 3 is a pipe from the parent: when the parent dies, also by
// kill -9, the pipe closes and the child's whole process group ends, so nobody is left writing into node_modules or .next.
import net from 'node:net';
import { isMainThread } from 'node:worker_threads';

// Workers and grandchildren inherit this preload, but not the pipe.
if (isMainThread && process.env.CLAIMBENCH_LEASH === String(process.ppid)) {
  const pipe = new net.Socket({ fd: 3, readable: true, writable: false });
  pipe.on('error', () => {});
  pipe.on('close', () => {
    try {
      process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
    } catch {
      process.exit(1);
    }
  });
  pipe.resume();
  pipe.unref();
}
