/** A real nginx with the site's own configuration, for tests and the load run: on loopback, in a folder of its own. */
import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface Nginx {
  /** `http://127.0.0.1:3464` */
  origin: string;
  /** Ends it and its workers; twice is once. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface NginxSettings {
  /** What the build wrote: `build-nginx.conf`. */
  configuration: string;
  /** Folder that the server is to serve at `/`. */
  root: string;
  port: number;
  /** Processes that serve; 1 where it is left out. */
  workers?: number;
}

/** Path of nginx, which Debian keeps where users do not look. Throws with what to install where there is none. */
export function nginxPath(): string {
  const places = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
  ];
  const found = places.map((dir) => path.join(dir, 'nginx')).find((file) => fs.existsSync(file));
  if (!found) {
    throw new Error(
      'No nginx found, with which these tests serve the site. Install it: `apt-get install nginx`, `brew install nginx`.',
    );
  }
  return found;
}

/**
 * The configuration that the build wrote, with what only a host can know replaced: folder and port.
 * Throws where it no longer says them as expected.
 */
export function configurationFor({configuration, root, port, workers = 1}: NginxSettings): string {
  const replaced = (text: string, pattern: RegExp, by: string): string => {
    if (!pattern.test(text)) {
      throw new Error(`The configuration of nginx has nothing like ${pattern}.`);
    }
    return text.replace(pattern, () => by);
  };
  let server = replaced(configuration, /^ {4}listen 80;$/m, `    listen 127.0.0.1:${port};`);
  server = replaced(server, /^ {4}listen \[::\]:80;\n/m, '');
  server = replaced(server, /^ {4}root .*;$/m, `    root "${root}";`);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `    ${name}_temp_path temp-${name};`,
  );
  return [
    'daemon off;',
    // The files of a checkout are the user's own.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `worker_processes ${workers};`,
    'pid nginx.pid;',
    // What it answers is looked at; what it could not find is no news.
    'error_log stderr crit;',
    'events { worker_connections 2048; }',
    'http {',
    '    access_log off;',
    '    sendfile on;',
    ...temp,
    server,
    '}',
    '',
  ].join('\n');
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Starts nginx and waits until it answers. */
export async function startNginx(settings: NginxSettings): Promise<Nginx> {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'nginx-'));
  fs.writeFileSync(path.join(dir, 'nginx.conf'), configurationFor(settings));
  const args = ['-p', `${dir}/`, '-c', 'nginx.conf'];
  const check = spawnSync(nginxPath(), [...args, '-t'], {encoding: 'utf8'});
  if (check.status !== 0 || check.stderr.includes('[warn]')) {
    throw new Error(`nginx does not take the configuration:\n${check.stderr}`);
  }
  // A group of its own: a master that is killed leaves its workers behind.
  const server = spawn(nginxPath(), args, {stdio: ['ignore', 'ignore', 'inherit'], detached: true});
  await answering(server, settings.port);
  return {
    origin: `http://127.0.0.1:${settings.port}`,
    async stop(signal = 'SIGTERM') {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = new Promise((resolve) => server.once('exit', resolve));
        if (signal === 'SIGKILL') {
          process.kill(-server.pid!, signal);
        } else {
          server.kill(signal);
        }
        await ended;
      }
      fs.rmSync(dir, {recursive: true, force: true});
    },
  };
}

async function answering(server: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) {
      throw new Error(`nginx ended with ${server.exitCode}: is port ${port} taken?`);
    }
    const ok = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => setTimeout(() => resolve(false), 20));
    });
    if (ok) {
      return;
    }
  }
}
