// See screenshots.sh.
import { createRequire } from 'node:module';

const [root, product, sofia, oskar] = process.argv.slice(2);
const { chromium } = createRequire(import.meta.url)(`${root}/artifacts/Embedded/bin/Web.Tests/debug/.playwright/package`);

const desktop = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true };
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

const sofiasState = await signIn(sofia);
const oskarsState = await signIn(oskar);
await shoot('conversation', sofiasState, desktop, 'light', async (page) => {
  await page.goto(`${product}/lines/advisory`);
  await page.getByRole('link', { name: /Kwame/ }).click();
  await page.getByText('Session open').waitFor();
});
await shoot('phone', sofiasState, phone, 'dark', async (page) => {
  await page.goto(`${product}/lines/advisory`);
  await page.getByRole('link', { name: /Mateo/ }).click();
  await page.getByText('has not answered for more than 24 hours').waitFor();
});
await shoot('template', sofiasState, desktop, 'light', async (page) => {
  await page.goto(`${product}/lines/advisory`);
  await page.getByRole('link', { name: /Mateo/ }).click();
  await page.getByRole('button', { name: 'Template', exact: true }).click();
  await page.getByRole('button', { name: /Appointment reminder/i }).click();
  await page.getByRole('textbox', { name: 'Value 1' }).fill('Mateo');
  await page.getByRole('textbox', { name: 'Value 2' }).fill('Monday at ten');
});
await shoot('operations', oskarsState, desktop, 'dark', async (page) => {
  await page.goto(`${product}/operations`);
  await page.getByText('Live,').waitFor();
});
await browser.close();

async function signIn(link) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  return await context.storageState();
}

async function shoot(name, storageState, device, colorScheme, prepare) {
  const context = await browser.newContext({ ...device, storageState, colorScheme, locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await prepare(page);
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {}); // The live feed never rests.
  await page.screenshot({ path: `${root}/docs/images/${name}.png`, animations: 'disabled' });
  await context.close();
}
