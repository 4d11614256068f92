// Founds a dealership of an own database with its first administrator, from arguments or by asking.
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { ZodError } from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { refusalText } from '@/lib/i18n/refusals'
import { database } from '@/lib/server/db'
import { foundFirst } from '@/prisma/seed/first-dealership'
import { FOUND_USAGE } from './lib/found-usage.mjs'

const ASKED = {
  group: 'Name of the dealer group',
  name: 'Name of the dealership',
  'name-en': 'Its name in English',
  code: 'Short code, such as SH01',
  brand: 'Brand',
  phone: 'Telephone',
  address: 'Address',
  person: 'Name of the first administrator',
  'person-en': 'The same in English letters',
  login: 'Login name',
} as const
type Asked = keyof typeof ASKED
const NEEDED: Asked[] = ['name', 'code', 'person', 'login']

class Stop extends Error {}

/** Asks line by line; what is typed after `hide` is not shown. */
function asker() {
  let hidden = false
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (!hidden) process.stdout.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  const ask = (question: string, hide = false) =>
    new Promise<string>((resolve) => {
      process.stdout.write(`${question}: `)
      hidden = hide
      lines.question('', (answer) => {
        hidden = false
        if (hide) process.stdout.write('\n')
        resolve(answer.trim())
      })
    })
  return { ask, close: () => lines.close() }
}

async function main() {
  const option = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      'group': option, 'group-en': option, 'name': option, 'name-en': option, 'code': option, 'brand': option, 'brand-en': option,
      'phone': option, 'address': option, 'address-en': option, 'time-zone': option, 'person': option, 'person-en': option, 'login': option,
      'password-stdin': { type: 'boolean' },
    },
  }) // prettier-ignore
  const owner = process.env.OWNER_DATABASE_URL
  if (!owner) throw new Stop('OWNER_DATABASE_URL is not set.')
  const piped = values['password-stdin'] || !process.stdin.isTTY
  const given: Record<string, string | undefined> = { ...values, 'password-stdin': undefined }
  let password: string
  if (piped) {
    if (NEEDED.some((key) => !given[key])) throw new Stop(FOUND_USAGE)
    password = (await text(process.stdin)).replace(/\r?\n$/, '')
  } else {
    const { ask, close } = asker()
    for (const key of Object.keys(ASKED) as Asked[]) given[key] ??= await ask(ASKED[key])
    password = await ask('Password (12 to 128 characters)', true)
    const again = await ask('The same password again', true)
    close()
    if (password !== again) throw new Stop('The two passwords differ. Nothing was founded.')
    if (NEEDED.some((key) => !given[key])) throw new Stop(FOUND_USAGE)
  }
  const of = (key: string, fallback = '') => given[key]?.trim() || fallback
  await foundFirst(owner, {
    group: { name: of('group', of('name')), nameEn: of('group-en', of('group', of('name-en', of('name')))) },
    code: of('code'),
    name: of('name'),
    nameEn: of('name-en', of('name')),
    brand: of('brand'),
    brandEn: of('brand-en', of('brand')),
    phone: of('phone'),
    address: of('address'),
    addressEn: of('address-en', of('address')),
    timeZone: of('time-zone', 'Asia/Shanghai'),
    person: of('person'),
    personEn: of('person-en'),
    loginName: of('login'),
    password,
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.already-exists')
      throw new Stop(
        `There is a dealership with the code ${of('code')} already: choose another code. Nothing was founded.`,
      )
    throw error
  })
  process.stdout.write(
    `${of('name')} is founded. Sign in as ${of('login').toLowerCase()}, then set bays, staff, attendance, imports, labour rates and packages under Settings.\n`,
  )
}

function plain(error: unknown): unknown {
  if (error instanceof Stop) return error.message
  if (error instanceof Refusal) return refusalText(error, 'en')
  if (error instanceof ZodError)
    return 'The login name takes letters, digits, dot and hyphen; the password 12 to 128 characters. Nothing was founded.'
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) return FOUND_USAGE
  return error
}

main()
  .then(() => 0)
  .catch((error: unknown) => {
    console.error(plain(error))
    return 1
  })
  .then(async (code) => {
    await database().$disconnect()
    process.exit(code)
  })
