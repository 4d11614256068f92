import { existsSync } from 'node:fs'
import { chromium, defineConfig } from '@playwright/test'

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const own = existsSync(chromium.executablePath()) ? undefined : system
const executablePath = process.env.CHROMIUM_PATH || own
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true }
const desk = { viewport: { width: 1440, height: 900 } }

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  workers: Number(process.env.E2E_WORKERS ?? 2),
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: process.env.E2E_REPORT ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]] : 'list',
  use: {
    baseURL: process.env.E2E_URL ?? 'http://127.0.0.1:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A trace of seven browsers costs more than the visit they play: E2E_TRACE=1 keeps one of what fails.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    launchOptions: { executablePath, args },
  },
  // A spec says its size in its name: today.desk.spec.ts; without one it brings its own contexts and runs once.
  projects: [
    { name: 'phone', testMatch: '**/*.phone.spec.ts', use: phone },
    { name: 'tablet', testMatch: '**/*.tablet.spec.ts', use: tablet },
    { name: 'desk', testMatch: '**/*.desk.spec.ts', use: desk },
    { name: 'journeys', testMatch: /\/[^/.]+\.spec\.ts$/, use: desk },
    { name: 'screenshots', testDir: 'tests/screenshots', use: desk },
  ],
})
