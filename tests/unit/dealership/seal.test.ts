import { beforeAll, expect, test } from 'vitest'
import { redact } from '@/lib/core/redact'
import { env } from '@/lib/server/env'
import { isPublicAddress } from '@/lib/server/public-address'
import { seal, unseal } from '@/lib/server/seal'

beforeAll(() => {
  process.env.APP_DATABASE_URL ??= 'postgresql://nobody@localhost/none'
  process.env.NEXTAUTH_SECRET = 'a-secret-of-the-tests-that-is-long-enough'
})

test('X-SEC-02 what is sealed is read only for its purpose, by its owner, unchanged, with the same secret', () => {
  const sealed = seal('channel', 'house:smtp', 'pässword 密码')
  expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/)
  expect(sealed).not.toBe(seal('channel', 'house:smtp', 'pässword 密码'))
  expect(unseal('channel', 'house:smtp', sealed)).toBe('pässword 密码')
  expect(unseal('token', 'house:smtp', sealed)).toBeNull()
  expect(unseal('channel', 'other:smtp', sealed)).toBeNull()
  const [version, nonce, shut = '', tag] = sealed.split('.')
  const turned = `${shut.startsWith('A') ? 'B' : 'A'}${shut.slice(1)}`
  expect(unseal('channel', 'house:smtp', [version, nonce, turned, tag].join('.'))).toBeNull()
  for (const broken of ['', 'v1', 'v1.a.b.c', `v2${sealed.slice(2)}`, `v1.${nonce}.${shut}.AAAA`])
    expect(unseal('channel', 'house:smtp', broken)).toBeNull()
  const before = env().NEXTAUTH_SECRET
  env().NEXTAUTH_SECRET = 'another-secret-of-the-tests-long-enough'
  expect(unseal('channel', 'house:smtp', sealed)).toBeNull()
  env().NEXTAUTH_SECRET = before
})

test('R57 a log never holds a secret of a provider', () => {
  expect(
    redact({
      secret: 'a',
      appSecret: 'b',
      sealedSecret: 'c',
      accessKeyId: 'd',
      access_token: 'e',
      kind: 'smtp',
    }),
  ).toEqual({
    secret: '[hidden]',
    appSecret: '[hidden]',
    sealedSecret: '[hidden]',
    accessKeyId: '[hidden]',
    access_token: '[hidden]',
    kind: 'smtp',
  })
})

test('R14 addresses of this machine, of house networks and of links are not public', () => {
  const closed =
    '127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 :: fc00::1 fd12::1 fe80::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:7f00:1::'
  const open = '1.1.1.1 223.5.5.5 172.32.0.1 100.128.0.1 2400:3200::1 2606:4700:4700::1111'
  for (const address of closed.split(' '))
    expect([address, isPublicAddress(address)]).toEqual([address, false])
  for (const address of open.split(' ')) expect([address, isPublicAddress(address)]).toEqual([address, true])
  expect(isPublicAddress('example.com')).toBe(false)
})
