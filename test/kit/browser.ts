import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium as chromiumPackage, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { expect } from 'vitest';

const require = createRequire(import.meta.url);

/** Of the npm package: nothing of the system is needed. */
const VERSION = (
  JSON.parse(readFileSync(join(dirname(require.resolve('@sparticuz/chromium')), '../package.json'), 'utf8')) as {
    version: string;
  }
).version;

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly language?: 'sv' | 'en';
  readonly javaScript?: boolean;
  /** As a browser that blocks every cookie and with them all storage. */
  readonly blockCookies?: boolean;
}

/** One browser for a test file. */
export interface TestBrowser {
  /** A person's window: nothing is shared with others. */
  visit(options?: VisitOptions): Promise<Visit>;
  /** Fits as the result of beforeAll. */
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What pages wrote to the console as errors, refusals of Content-Security-Policy among them, and what they threw. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Starts Chromium with the limits of a real one: the package's own switches turn web security off, and a page that only works so
 * would pass.
 */
export async function startBrowser(): Promise<TestBrowser> {
  const folder = await unpackChromium();
  const browser = await chromiumPackage.launch({
    executablePath: join(folder, 'chromium'),
    // As root there is no sandbox; a container has little shared memory and no GPU.
    args: ['--headless=shell', '--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...process.env, FONTCONFIG_FILE: fontsOf(folder) },
  });
  return { visit: (options = {}) => startVisit(browser, options), close: () => browser.close() };
}

/** The package's own fonts and no others, so that a page looks the same on every machine. */
function fontsOf(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const [fonts, cache] = [join(folder, 'fonts/fonts'), join(folder, 'fonts-cache')];
  writeFileSync(file, `<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>\n`);
  return file;
}

/** The folder with the program. Each version has its own, and it is there whole or not at all. */
async function unpackChromium(): Promise<string> {
  const folder = join(tmpdir(), `roundtrip-chromium-${VERSION}`);
  if (existsSync(folder)) return folder;
  const unpacking = mkdtempSync(`${folder}-`);
  const before = process.env['TMPDIR'];
  // where the package unpacks to
  process.env['TMPDIR'] = unpacking;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    // another run was sooner
    rmSync(unpacking, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function startVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { width = 1440, height = 900, scheme = 'light', language = 'sv', javaScript = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    timezoneId: 'Europe/Stockholm',
    javaScriptEnabled: javaScript,
  });
  context.setDefaultTimeout(15_000);
  if (options.blockCookies) await blockCookies(context);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return { context, page: await context.newPage(), complaints, close: () => context.close() };
}

// Scripts of the browser are texts: the compiler knows Node's names and none of a page's.
const REFUSED_STORAGE = `
  const refuse = () => { throw new DOMException('Access is denied for this document.', 'SecurityError'); };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(globalThis, name, { get: refuse });
  Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined });
  Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false });`;

const FIND_VIOLATIONS = `axe.run().then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`;

/** No cookie is sent or kept, and storage throws as browsers let it throw then. */
async function blockCookies(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: REFUSED_STORAGE });
  await context.route('**/*', async (route) => {
    const { cookie: _, ...headers } = await route.request().allHeaders();
    await route.continue({ headers });
  });
}

/** axe finds nothing in a page or frame. */
export async function expectAccessible(where: Page | Frame): Promise<void> {
  const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  // evaluated by the debugger, which the page's own policy does not bind
  await where.evaluate(source);
  const violations = await where.evaluate<string[]>(FIND_VIOLATIONS);
  expect(violations.join('\n')).toBe('');
}

/** The page is no wider than its window: nothing has to be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, width] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  expect(content, `${page.url()} is wider than its window`).toBeLessThanOrEqual(width);
}

/** Keeps a picture of the whole page where the environment names a folder: SCREENSHOTS=/tmp/pages. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
