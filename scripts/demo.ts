import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from './browsers/chromium.ts';
import type { ChromiumDriver } from './browsers/chromium-driver.ts';
import { ensureBrowsers } from './browsers/find.ts';
import { type Reading, readPage, readPopup } from './browsers/reading.ts';
import { buildExtension } from './build.ts';
import { isMain, optionsOf, reason, ROOT, runCommand, UserError } from './cli.ts';
import cases from './demo-cases.json' with { type: 'json' };

const ADDRESS = 'https://mclient.alipay.com/h5pay/cashierPreConfirm/index.html';
const PICTURES = join(ROOT, '.output', 'demo');

const USAGE = `Shows the extension on a failing checkout page of our own, opened at an Alipay address without any network.

  npm run demo                   opens a browser where there is a screen, else takes pictures
  npm run demo -- --case NAME    another failure:
${Object.entries(cases)
  .map(([name, { about }]) => `      ${name.padEnd(8)} ${about}`)
  .join('\n')}
  npm run demo -- --pictures     takes the pictures in any case and ends`;

function pageOf(name: string): string {
  const chosen = Object.hasOwn(cases, name) ? cases[name as keyof typeof cases] : null;
  if (!chosen) throw new UserError(`There is no case "${name}"; the cases are ${Object.keys(cases).join(', ')}.`);
  const template = readFileSync(new URL('demo-page.html', import.meta.url), 'utf8');
  return template.replaceAll('{{title}}', chosen.title).replaceAll('{{message}}', chosen.message);
}

/** On Linux a window needs a display server; elsewhere there always is one, except on build machines. */
function hasScreen(): boolean {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const CERTAIN: Record<string, string> = {
  exact: 'exact: the page says so itself',
  likely: 'likely: the words on the page mean this',
  unsure: 'unsure: the page does not name the cause',
};

function tell(reading: Reading, words: string): string {
  if (reading.diagnosis === null) return 'The extension shows nothing: it sees no failure on this page.';
  return [
    `Diagnosis:  ${reading.diagnosis} ("${words}")`,
    `Certainty:  ${CERTAIN[reading.certainty] ?? reading.certainty}`,
    `Code:       ${reading.code || 'none on the page'}`,
    `Hint:       ${reading.banner ?? 'none'}`,
    ...reading.evidence.map(({ quote }) => `Because of: "${quote}"`),
  ].join('\n');
}

async function picture(page: Page, name: string): Promise<string> {
  mkdirSync(PICTURES, { recursive: true });
  const path = join(PICTURES, `${name}.png`);
  await page.bringToFront();
  await page.screenshot({ path, animations: 'disabled' });
  return relative(ROOT, path);
}

async function show(driver: ChromiumDriver, withWindow: boolean): Promise<void> {
  const page = await driver.open(ADDRESS);
  const reading = await readPage(driver, page);
  const popup = await driver.popupOf(page);
  const { words } = await readPopup(popup);
  const sheet = await driver.callSheetOf(page);
  process.stdout.write(`\nPage:       ${ADDRESS}\n${tell(reading, words)}\n\n`);
  if (!withWindow) {
    await page.setViewportSize({ width: 480, height: 800 });
    await popup.setViewportSize({ width: 400, height: 600 });
    const made = [await picture(page, 'page'), await picture(popup, 'popup'), await picture(sheet, 'call-sheet')];
    process.stdout.write(`Pictures:   ${made.join(', ')}\n`);
    return;
  }
  await driver.tidyTabs();
  await page.bringToFront();
  process.stdout.write(
    'The browser stays open: the first tab is the page, then the popup and the call sheet. Close it to end the demo.\n',
  );
  await new Promise<void>((closed) => {
    driver.context.once('close', () => closed());
    // On macOS a browser without windows still runs.
    for (const tab of driver.context.pages()) tab.once('close', () => driver.context.pages().length === 0 && closed());
  });
}

async function main(): Promise<void> {
  const { values: options } = optionsOf(USAGE, { case: 'string', pictures: 'boolean' });
  const html = pageOf(options.case ?? 'card');
  const browser = ensureBrowsers({ chromium: true }).chromium;
  process.stdout.write('Building the extension ...\n');
  const { chrome } = await buildExtension();
  const start = (headless: boolean) =>
    launchChromium({ extensionDir: chrome, headless, browser, routes: { 'mclient.alipay.com': html } });
  let withWindow = !options.pictures && hasScreen();
  process.stdout.write(`Starting ${browser.name}${withWindow ? '' : ' without a window'} ...\n`);
  let driver: ChromiumDriver;
  try {
    driver = await start(!withWindow);
  } catch (error) {
    if (!withWindow) throw error;
    process.stdout.write(`${reason(error)}\nTrying without a window ...\n`);
    withWindow = false;
    driver = await start(true);
  }
  try {
    await show(driver, withWindow);
  } finally {
    await driver.close().catch(() => undefined);
  }
}

if (isMain(import.meta.url)) await runCommand(main);
