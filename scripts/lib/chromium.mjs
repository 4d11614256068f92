import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run, step } from './children.mjs'
import { Stop, root } from './plain.mjs'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const isRoot = process.getuid?.() === 0
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const starts = (path) =>
  existsSync(path) && spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0

async function found() {
  const { chromium } = await import('@playwright/test')
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find(
    (path) => path && starts(path),
  )
}

const apt = (...packages) =>
  spawnSync(
    'sh',
    ['-c', `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
  ).status === 0

const isReachable = (url) =>
  fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) }).then(
    () => true,
    () => false,
  )

/** The path of a Chromium that starts: Playwright's own, else the system's; installed when that can be done. */
export async function ensureChromium() {
  const there = await found()
  if (there) return there
  if (await isReachable('https://cdn.playwright.dev')) {
    await step("Fetching Playwright's Chromium", () =>
      run([join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']),
    )
    const own = await found()
    if (own) return own
  }
  if (isRoot && has('apt-get')) {
    await step("Installing the system's Chromium", async () => apt('chromium', 'fonts-noto-cjk'))
    const system = await found()
    if (system) return system
  }
  throw new Stop(
    'No Chromium was found for the browser tests: install one (Debian: sudo apt-get install chromium fonts-noto-cjk; elsewhere: npx playwright install --with-deps chromium) and run again.',
  )
}

/** Chinese letters on screenshots need a font; without one the tests still run. */
export function ensureChineseFont(note) {
  if (!has('fc-list')) return
  const known = () => spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout.trim() !== ''
  if (known() || (isRoot && has('apt-get') && apt('fonts-noto-cjk') && known())) return
  note(
    'No font with Chinese letters was found: screenshots will show boxes (Debian: sudo apt-get install fonts-noto-cjk).',
  )
}
