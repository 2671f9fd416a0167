/** A host for tests of offline reading: serves a build, and can be stopped, changed or made to fail at will. */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export class StaticServer {
  /** Files that stand in place of those of the build, by path below it. */
  readonly overlay = new Map<string, Buffer>();
  /** Asked for since the start, by path below the build. */
  readonly asked: string[] = [];
  /** Cuts the connection of what it is true for. */
  cuts: (file: string) => boolean = () => false;
  private server: http.Server | undefined;
  private port = 0;

  constructor(
    private readonly dir: string,
    /** Path that the build is served under, with slashes. */
    private readonly base = '/',
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens, after a stop on the same port as before. */
  async start(): Promise<void> {
    const server = http.createServer((request, response) => this.answer(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.server = server;
    this.port = (server.address() as {port: number}).port;
  }

  /** Ends all connections: nobody is reached any more. */
  async stop(): Promise<void> {
    const {server} = this;
    this.server = undefined;
    if (server) {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    }
  }

  read(file: string): Buffer | undefined {
    const changed = this.overlay.get(file);
    if (changed) {
      return changed;
    }
    const absolute = path.join(this.dir, file);
    return fs.existsSync(absolute) && fs.statSync(absolute).isFile()
      ? fs.readFileSync(absolute)
      : undefined;
  }

  private answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const {pathname} = new URL(request.url!, this.origin);
    const below = pathname.startsWith(this.base) ? pathname.slice(this.base.length) : undefined;
    const file =
      below === undefined ? '' : decodeURIComponent(below).replace(/(^|\/)$/, '$1index.html');
    this.asked.push(file);
    if (this.cuts(file)) {
      request.socket.destroy();
      return;
    }
    const found = this.read(file);
    if (!found && this.read(`${file}/index.html`)) {
      response.writeHead(301, {location: `${pathname}/`}).end();
      return;
    }
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[path.extname(found ? file : '404.html')] ?? 'text/plain',
      'cache-control': /(^|\/)(assets|search-)/.test(file)
        ? 'max-age=31536000, immutable'
        : 'no-cache',
    });
    response.end(found ?? this.read('404.html'));
  }
}
