import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { CONSENT_KINDS, CONSENT_VERSIONS } from '@/lib/customers/consent'
import { consents } from '@/lib/i18n/consents'

const IN_FORCE = { service: ['2', '22b4eef3e8e699d2'], marketing: ['2', 'fa06413007982ba8'] }

test('who changes the text of a consent raises its version, so that what was agreed to can be read again', () => {
  for (const kind of CONSENT_KINDS) {
    const text = `${consents['zh-CN'][kind]}\n${consents.en[kind]}`
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
    expect([kind, CONSENT_VERSIONS[kind], hash]).toEqual([kind, ...IN_FORCE[kind]])
  }
})
