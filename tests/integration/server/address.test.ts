import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { addressOf } from '@/lib/server/address'
import { env } from '@/lib/server/env'

const before = env().TRUSTED_PROXIES
afterEach(() => void (env().TRUSTED_PROXIES = before))

const from = (hops: string) => addressOf(new Headers({ 'x-forwarded-for': hops }))

test('R30 only the hops that this house itself added say where a request comes from', () => {
  expect(from('6.6.6.6, 203.0.113.9')).toBe('203.0.113.9')
  expect(addressOf(new Headers())).toBe('')
  env().TRUSTED_PROXIES = 1
  expect(from('6.6.6.6, 203.0.113.9, 127.0.0.1')).toBe('203.0.113.9')
  expect(from('127.0.0.1')).toBe('')
})

const ECHO = `
  const server = require('node:http').createServer((request, response) => response.end(request.headers['x-forwarded-for']))
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

test('R15 the web server adds the address of its caller, whatever the caller claims', async () => {
  const child = spawn(process.execPath, ['--import', './scripts/lib/last-hop.mjs', '-e', ECHO])
  try {
    const [port] = await once(child.stdout, 'data')
    const asked = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${String(port).trim()}/`, { headers }).then((answer) => answer.text())
    expect(await asked({})).toBe('127.0.0.1')
    expect(await asked({ 'x-forwarded-for': '6.6.6.6' })).toBe('6.6.6.6, 127.0.0.1')
  } finally {
    child.kill()
  }
})
