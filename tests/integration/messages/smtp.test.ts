import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { secondsAfter } from '@/lib/core/time'
import { env } from '@/lib/server/env'
import { aDealership } from '../../support/given'
import { allowThisMachine, aMessage, connect, deliver, fate, HASTY_MS, SECRET } from './support'

allowThisMachine()

const pem = (name: string) =>
  readFileSync(new URL(`../../support/certificates/localhost.${name}.pem`, import.meta.url), 'utf8')
const no = (responseCode: number) => Object.assign(new Error('no'), { responseCode })

type Answers = { rcpt?: number; data?: number; greets?: boolean; secure?: boolean; startTls?: boolean }
const servers: SMTPServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((closed) => server.close(closed))
})

/** A mail server that takes letters of one account over TLS, and says no where it is told to. */
async function aMailServer(answers: Answers = {}) {
  const { secure = true, startTls = true, greets = true } = answers
  const mails: { to: string[]; raw: string; secure: boolean }[] = []
  const server = new SMTPServer({
    secure,
    key: pem('key'),
    cert: pem('cert'),
    authMethods: ['PLAIN'],
    disabledCommands: startTls ? [] : ['STARTTLS'],
    closeTimeout: 50,
    onConnect: (_session, done) => void (greets && done()),
    onAuth: ({ username, password }, _session, done) =>
      username === 'babu' && password === SECRET ? done(null, { user: username }) : done(no(535)),
    onRcptTo: (_address, _session, done) => done(answers.rcpt ? no(answers.rcpt) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (answers.data) return done(no(answers.data))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, raw: Buffer.concat(parts).toString('utf8'), secure: session.secure })
        done()
      })
    },
  })
  server.on('error', () => {})
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, listening))
  const { port } = server.server.address() as AddressInfo
  return { port, mails, answers }
}

const aHouse = async (port: number, over: Record<string, string> = {}) => {
  const here = await aDealership()
  await connect(here, 'smtp', {
    host: 'localhost',
    port: String(port),
    security: 'tls',
    user: 'babu',
    from: 'service@babu.example',
    certificate: pem('cert'),
    ...over,
  })
  return here
}
const MAIL = { reach: { email: 'zhang@example.com' } }

test.each(['tls', 'starttls'])(
  'an e-mail leaves over %s with our id as its own, and once',
  async (security) => {
    const { port, mails } = await aMailServer({ secure: security === 'tls' })
    const here = await aHouse(port, { security })
    const id = await aMessage(here, MAIL)
    await deliver(here, id)
    await deliver(here, id)
    expect(mails).toMatchObject([{ to: ['zhang@example.com'], secure: true }])
    expect(mails[0]?.raw).toContain(`Message-ID: <${id}@babu.example>`)
    expect(mails[0]?.raw).toMatch(/^From: service@babu\.example\r?$/m)
    const [, encoded = ''] = mails[0]?.raw.split(/\r?\n\r?\n/) ?? []
    const text = Buffer.from(encoded, 'base64').toString('utf8')
    expect(text).toContain('http://127.0.0.1:3000/v/a-token')
    expect(await fate(here, id)).toMatchObject({
      status: 'sent',
      deliveries: [{ kind: 'smtp', providerId: `<${id}@babu.example>` }],
    })
  },
)

test('a mailbox that is not there (550) is never tried again', async () => {
  const { port, mails } = await aMailServer({ rcpt: 550 })
  const here = await aHouse(port)
  const id = await aMessage(here, MAIL)
  await deliver(here, id)
  expect(await fate(here, id)).toMatchObject({
    status: 'failed',
    error: 'bad-recipient',
    deliveries: [{ detail: '550' }],
  })
  expect(mails).toEqual([])
})

test('a letter that the server will not have (554) is refused for its content', async () => {
  const { port } = await aMailServer({ data: 554 })
  const here = await aHouse(port)
  const id = await aMessage(here, MAIL)
  await deliver(here, id)
  expect(await fate(here, id)).toMatchObject({ status: 'failed', error: 'content-refused' })
})

test('greylisting (451) is tried again after five minutes and then leaves', async () => {
  const { port, mails, answers } = await aMailServer({ rcpt: 451 })
  const here = await aHouse(port)
  const id = await aMessage(here, MAIL)
  await deliver(here, id)
  expect(await fate(here, id)).toMatchObject({
    status: 'queued',
    error: 'rate-limited',
    deliveries: [{ status: 'waiting', detail: '451' }],
  })
  delete answers.rcpt
  await deliver(here, id, secondsAfter(here.now, 301))
  expect((await fate(here, id)).status).toBe('sent')
  expect(mails).toHaveLength(1)
})

test('a wrong password fails; a server that does not greet, or is not there, is tried again', async () => {
  const mute = await aMailServer({ greets: false })
  const { port } = await aMailServer()
  const fates = []
  for (const [at, over] of [
    [port, { secret: 'another-secret' }],
    [mute.port, {}],
    [1, {}],
  ] as const) {
    const here = await aHouse(at, over)
    const id = await aMessage(here, MAIL)
    await deliver(here, id, here.now, at === mute.port ? { timeoutMs: HASTY_MS } : {})
    const { status, error } = await fate(here, id)
    fates.push([status, error])
  }
  expect(fates).toEqual([
    ['failed', 'bad-credentials'],
    ['queued', 'timed-out'],
    ['queued', 'unreachable'],
  ])
})

test('R16 no password and no letter travels in the open: without TLS, or with a foreign certificate, nothing leaves', async () => {
  const open = await aMailServer({ secure: false, startTls: false })
  const foreign = await aMailServer()
  for (const [server, over] of [
    [open, { security: 'starttls' }],
    [foreign, { certificate: '' }],
  ] as const) {
    const here = await aHouse(server.port, over)
    const id = await aMessage(here, MAIL)
    await deliver(here, id)
    expect((await fate(here, id)).status).toBe('queued')
    expect(server.mails).toEqual([])
  }
})

test('R14 a mail server in a private network is reached only where the installation allows it', async () => {
  const { port, mails } = await aMailServer()
  const here = await aHouse(port)
  const id = await aMessage(here, MAIL)
  env().MESSAGES_PRIVATE_NETWORK = ''
  await deliver(here, id)
  env().MESSAGES_PRIVATE_NETWORK = '1'
  expect(await fate(here, id)).toMatchObject({ status: 'failed', error: 'address-forbidden' })
  expect(mails).toEqual([])
})
