/**
 * The site as a host serves it: a real nginx with the configuration that the build wrote. All works under the policies,
 * nothing is asked of another site, and what must not be served is not.
 */
import {expect} from '@playwright/test';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {freePort, startNginx, type Nginx} from '../helpers/nginx';
import {
  builtRedirects,
  editions,
  evidencePages,
  hydrated,
  pagesWithTextOfTheirOwn,
  test as base,
} from './site';

const ROOT = path.join(__dirname, '../..');
const BUILD = path.join(ROOT, 'build');

/** What nobody may get, and what shows that nobody got it. */
const SECRET = 'not for readers';

const test = base.extend<{origins: undefined}, {nginx: Nginx}>({
  nginx: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures it needs
    async ({}, use) => {
      // The build's own files beside some that a careless or attacked host could have.
      const host = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'host-'));
      const root = path.join(host, 'www');
      fs.mkdirSync(root);
      for (const name of fs.readdirSync(BUILD)) {
        fs.symlinkSync(path.join(BUILD, name), path.join(root, name));
      }
      fs.writeFileSync(path.join(host, 'secret.txt'), SECRET);
      fs.writeFileSync(path.join(root, '.env'), SECRET);
      fs.mkdirSync(path.join(root, '.git'));
      fs.writeFileSync(path.join(root, '.git/config'), SECRET);
      fs.writeFileSync(
        path.join(root, 'hostile.svg'),
        '<svg xmlns="http://www.w3.org/2000/svg" onload="document.documentElement.id=\'ran\'"><script>document.documentElement.id="ran"</script><circle r="9"/></svg>',
      );
      const nginx = await startNginx({
        configuration: fs.readFileSync(`${BUILD}-nginx.conf`, 'utf8'),
        root,
        port: await freePort(),
      });
      await use(nginx);
      await nginx.stop();
      fs.rmSync(host, {recursive: true});
    },
    {scope: 'worker'},
  ],
  baseURL: ({nginx}, use) => use(nginx.origin),
  /** Fails a test in whose course anything was asked of another site. */
  origins: [
    async ({page, nginx}, use) => {
      const strangers: string[] = [];
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(`${nginx.origin}/`) && !/^(data|blob):/.test(url)) {
          strangers.push(url);
        }
      });
      await use(undefined);
      expect(strangers, 'requests to other sites').toEqual([]);
    },
    {auto: true},
  ],
});

/** Every fifth study: they are made alike. */
const addresses = [
  ...pagesWithTextOfTheirOwn(),
  ...evidencePages().filter((address, n) => address === '/bibliography/' || n % 5 === 0),
];
const PARTS = 4;

for (let part = 0; part < PARTS; part += 1) {
  test(`pages work under the policies, part ${part + 1} of ${PARTS}`, async ({page, errors}) => {
    for (const address of addresses.filter((_, n) => n % PARTS === part)) {
      const response = await page.goto(address, {waitUntil: 'domcontentloaded'});
      expect(response?.status(), address).toBe(200);
      await hydrated(page);
      // Named at once: the list at the end says not where.
      expect(errors, address).toEqual([]);
    }
  });
}

test('what needs a script works under the policies', async ({page}) => {
  // A page that only leads on, with a script in it.
  const [redirect = ''] = builtRedirects();
  await page.goto(`${redirect}?_highlight=ketamine#references`);
  await page.waitForURL(/\/docs\/\?_highlight=ketamine#references$/);
  expect(redirect).toContain(editions[0]);
  await hydrated(page);
  // Another page without loading it anew, then search with its worker, and a file that is loaded when it is needed.
  await page.getByRole('combobox', {name: 'Search'}).fill('contracted bladder');
  await page.getByRole('option').filter({hasText: 'Urinary tract'}).first().click();
  await expect(page.locator('mark', {hasText: /bladder/i}).first()).toBeVisible();
  await page.goto('/studies/?q=suicid');
  await hydrated(page);
  await expect(page.locator('main table tbody tr').first()).toBeVisible();
  await page.goto('/bibliography/');
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('zarate');
});

// What these meet is told in the console: they open pages of their own, on which nobody listens to it.
test('a script that got into a page is not run', async ({context}) => {
  const page = await context.newPage();
  await page.goto('/docs/');
  const stopped = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.effectiveDirective} ${event.disposition}`);
    });
    const ran = (): void => void (document.documentElement.dataset.ran = 'yes');
    Object.assign(window, {ran});
    const script = document.createElement('script');
    script.textContent = 'ran()';
    const image = document.createElement('div');
    image.innerHTML = '<img src="/img/none.svg" onerror="ran()"><a href="javascript:ran()">x</a>';
    const loaded = new Promise((done) =>
      image.querySelector('img')!.addEventListener('error', done),
    );
    document.body.append(script, image);
    image.querySelector('a')!.click();
    // Later, because what the test itself runs may evaluate.
    await new Promise<void>((done) =>
      setTimeout(() => {
        try {
          new Function('ran()')();
        } catch {
          seen.push('Function refused');
        }
        done();
      }),
    );
    await loaded;
    return {seen, ran: document.documentElement.dataset.ran ?? 'no'};
  });
  expect(stopped.ran).toBe('no');
  expect(stopped.seen).toContain('Function refused');
  expect(stopped.seen.filter((what) => what.startsWith('script-src'))).not.toEqual([]);
});

test('a picture with a script in it is a picture only', async ({context}) => {
  const page = await context.newPage();
  await page.goto('/hostile.svg');
  await expect(page.locator('circle')).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.id)).toBe('');
});

const HOSTILE =
  '<img src=x onerror="document.documentElement.id=\'ran\'"><script>alert(1)</script>';

test.describe('a hostile address changes nothing', () => {
  const words = encodeURIComponent(HOSTILE);
  for (const address of [
    `/docs/safety/overview/#${words}`,
    `/docs/safety/overview/#%`,
    `/docs/safety/overview/?${words}`,
    `/docs/safety/overview/?_highlight=${words}#monitoring`,
    `/docs/safety/overview/?_highlight=${encodeURIComponent('(a+)+$')}`,
    `/docs/?docusaurus-theme=${words}&docusaurus-data-x=${words}`,
    `/docs/?__proto__[polluted]=yes&constructor[prototype][polluted]=yes`,
    `/search/?q=${words}`,
    '/search/?q=__proto__',
    '/search/?q=constructor+prototype',
    '/search/?q=ketamine&version=//example.org/',
    '/search/?q=ketamine&version=__proto__',
    `/studies/?q=${words}&condition=__proto__&sort=${words}&drug=constructor`,
    `/bibliography/?q=${words}`,
    `/editions/?from=${words}&to=__proto__`,
  ]) {
    test(address, async ({page}) => {
      page.on('dialog', (dialog) => {
        throw new Error(`A dialog was opened: ${dialog.message()}`);
      });
      await page.goto(address);
      await hydrated(page);
      // Search and marks come after hydration.
      await page.waitForLoadState('networkidle');
      const state = await page.evaluate(() => ({
        id: document.documentElement.id,
        polluted: ({} as Record<string, unknown>).polluted,
        planted: document.querySelectorAll('img[src="x"]').length,
      }));
      expect(state).toEqual({id: '', polluted: undefined, planted: 0});
    });
  }

  test('nor does one that leads nowhere', async ({context}) => {
    const page = await context.newPage();
    const response = await page.goto(`/docs/${words}/`);
    expect(response?.status()).toBe(404);
    await hydrated(page);
    await expect(page.locator('main [role="status"]')).not.toBeEmpty();
    expect(await page.evaluate(() => document.documentElement.id)).toBe('');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });
});

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** Asks for exactly what is written: a browser, and every library, mends an address first. */
function ask(
  nginx: Nginx,
  address: string,
  {method = 'GET', headers = {}}: {method?: string; headers?: Record<string, string>} = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const {hostname, port} = new URL(nginx.origin);
    http
      .request({hostname, port, path: address, method, headers}, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      })
      .on('error', reject)
      .end();
  });
}

test.describe('the server', () => {
  for (const address of [
    '/../secret.txt',
    '/docs/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/....//secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/.env',
    '/.git/config',
    '/%2eenv',
    '/docs/../.git/config',
    '/index.html%00.txt',
    '/.env%00.html',
    '/_headers',
  ]) {
    test(`does not give away ${address}`, async ({nginx}) => {
      const {status, body, headers} = await ask(nginx, address);
      expect([400, 404]).toContain(status);
      expect(body.toString()).not.toContain(SECRET);
      expect(headers.server).toBe('nginx');
    });
  }

  test('lists no folder, and takes nothing', async ({nginx}) => {
    const folder = await ask(nginx, '/assets/js/');
    expect(folder.status).toBe(404);
    expect(folder.body.toString()).toContain('No page at this address');
    for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS']) {
      expect((await ask(nginx, '/docs/', {method})).status, method).toBe(405);
    }
  });

  test('answers an unknown address with the page for it', async ({nginx}) => {
    const {status, headers, body} = await ask(nginx, '/docs/nothing-of-the-kind/');
    expect(status).toBe(404);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body.toString()).toContain('No page at this address');
    // A file of a former build must not be remembered as missing.
    const gone = await ask(nginx, '/assets/js/gone.12345678.js');
    expect([gone.status, gone.headers['cache-control']]).toEqual([404, 'no-cache']);
  });

  test('leads from a folder without its slash to the page, relative to where it stands', async ({
    nginx,
  }) => {
    const {status, headers} = await ask(nginx, '/docs/safety/overview?q=1', {
      headers: {host: 'attacker.example'},
    });
    expect([status, headers.location]).toEqual([301, '/docs/safety/overview/?q=1']);
    // Two slashes would name another host.
    const doubled = await ask(nginx, '//docs');
    expect(doubled.headers.location ?? '/').not.toMatch(/^\/\//);
  });

  test('sends policies, types and times to keep', async ({nginx}) => {
    const page = await ask(nginx, '/docs/');
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'strict-transport-security': 'max-age=63072000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(page.headers['permissions-policy']).toContain('geolocation=()');
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
    const policy = page.headers['content-security-policy'] as string;
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src '))!;
    expect(scripts).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.length).toBeLessThan(1000);

    const script = /assets\/js\/main\.[0-9a-f]+\.js/.exec(page.body.toString())![0];
    const index = fs.readdirSync(BUILD).find((name) => name.startsWith('search-index-first-'))!;
    const texts = fs.readdirSync(BUILD).find((name) => name.startsWith('search-texts-'))!;
    const [text] = fs.readdirSync(path.join(BUILD, texts));
    for (const [file, type] of [
      [script, 'text/javascript; charset=utf-8'],
      [index, 'application/json; charset=utf-8'],
      [`${texts}/${text}`, 'application/json; charset=utf-8'],
    ] as const) {
      const {headers} = await ask(nginx, `/${file}`);
      expect(headers['cache-control'], file).toBe('public, max-age=31536000, immutable');
      expect(headers['content-type'], file).toBe(type);
    }
    expect((await ask(nginx, '/docs/index.md')).headers['content-type']).toBe(
      'text/markdown; charset=utf-8',
    );
    const api = await ask(nginx, '/api/v1/index.json');
    expect(api.headers['access-control-allow-origin']).toBe('*');
  });

  test('packs texts, answers HEAD, parts and what is still fresh', async ({nginx}) => {
    const whole = await ask(nginx, '/docs/');
    const packed = await ask(nginx, '/docs/', {headers: {'accept-encoding': 'gzip'}});
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toContain('Accept-Encoding');
    expect(packed.body.length).toBeLessThan(whole.body.length / 2);
    const head = await ask(nginx, '/docs/', {method: 'HEAD'});
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(whole.body.length));
    const part = await ask(nginx, '/docs/', {headers: {range: 'bytes=0-14'}});
    expect([part.status, part.body.toString().toLowerCase()]).toEqual([206, '<!doctype html>']);
    const fresh = await ask(nginx, '/docs/', {
      headers: {'if-none-match': whole.headers.etag!},
    });
    expect(fresh.status).toBe(304);
  });
});
