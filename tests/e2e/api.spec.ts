import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { noNotes, STEPS, type Known } from '../support/api-steps'

/** The validating proxy and this test share the machine with a web server: starting takes a while. */
test.describe.configure({ timeout: 180_000 })

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

let folder: string
let prism: ChildProcess
let proxy: string
let words = ''

/** Made by a process of its own: the commands need the module resolution of the server. */
function aHouse(): Known & { key: string } {
  const { NODE_OPTIONS: _, ...env } = process.env
  const program = join('tests', 'support', 'api-house.ts')
  const args = ['--conditions=react-server', '--import', 'tsx', program]
  const said = execFileSync(process.execPath, args, { env, encoding: 'utf8' })
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Known & { key: string }
}

const listening = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      words += chunk.toString()
      if (words.includes('Prism is listening')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`prism ended with ${code}: ${words}`)))
  })

test.beforeAll(async ({ playwright }, { project }) => {
  const url = project.use.baseURL ?? ''
  const request = await playwright.request.newContext()
  const answer = await request.get(`${url}/api/v1/openapi.json`)
  expect(answer.status()).toBe(200)
  const document = await answer.text()
  await request.dispose()
  folder = mkdtempSync(join(tmpdir(), 'babu-api-'))
  const file = join(folder, 'openapi.json')
  writeFileSync(file, document)
  const port = await freePort()
  const cli = join('node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js')
  const upstream = `${url}/api/v1`
  const { NODE_OPTIONS: _, ...env } = process.env
  prism = spawn(process.execPath, [cli, 'proxy', file, upstream, '--errors', '--port', String(port)], {
    env,
  })
  await listening(prism)
  proxy = `http://127.0.0.1:${port}`
})

test.afterAll(() => {
  prism?.kill('SIGTERM')
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('every operation passes a proxy that validates requests and answers against the document', async ({
  request,
}) => {
  const house = aHouse()
  const notes = noNotes()
  const authorization = `Bearer ${house.key}`
  for (const { id, method, path, body, keep } of STEPS) {
    const address = path(notes, house)
    const answer = await request.fetch(`${proxy}${address}`, {
      method,
      headers: {
        authorization,
        ...(method === 'GET' ? {} : { 'Idempotency-Key': randomUUID() }),
      },
      data: body?.(notes),
    })
    const text = await answer.text()
    expect(answer.headers()['sl-violations'], `${id}: ${text}`).toBeUndefined()
    expect(answer.status(), `${id}: ${text}`).toBeLessThan(300)
    keep?.(notes, JSON.parse(text))
  }
})

test('problems pass the proxy too', async ({ request }) => {
  const unknown = 'Bearer babu_unknown-unknown-unknown-unknown'
  const answer = await request.get(`${proxy}/dealerships`, { headers: { authorization: unknown } })
  expect(answer.headers()['sl-violations']).toBeUndefined()
  expect(answer.status()).toBe(401)
  expect((await answer.json()).code).toBe('auth.signed-out')
})

test('the document names every operation on a page for people', async ({ page }) => {
  await page.goto('/api-docs')
  for (const { id } of STEPS) await expect(page.locator(`#${id}`)).toBeVisible()
})
