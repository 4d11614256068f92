import { beforeAll, expect, test } from 'vitest'
import { ENDPOINTS } from '@/app/api/v1/_endpoints'
import { apiDocument } from '@/app/api/v1/_kit/document'
import { aHouseForTheApi, type ApiHouse } from '../../support/api'
import { noNotes, STEPS } from '../../support/api-steps'
import { call } from './call'

let house: ApiHouse
beforeAll(async () => {
  house = await aHouseForTheApi()
})

const documented = () =>
  Object.entries(apiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { operationId?: string }>).map(
      ([method, operation]) => `${method} ${path} ${operation.operationId}`,
    ),
  )

test('the document and the operations are the same list', () => {
  const served = ENDPOINTS.map(({ method, path, id }) => `${method} ${path} ${id}`)
  expect(documented().sort()).toEqual([...served].sort())
  expect(new Set(ENDPOINTS.map(({ id }) => id)).size).toBe(ENDPOINTS.length)
})

test('every operation says its scope, needs a key and tells its problems', () => {
  for (const item of Object.values(apiDocument().paths ?? {}))
    for (const operation of Object.values(item as Record<string, Record<string, unknown>>)) {
      expect(operation.security).toEqual([{ key: [] }])
      expect(operation.description).toMatch(/^Scope: `\w+:\w+`$/)
      expect(Object.keys(operation.responses as object)).toEqual(
        expect.arrayContaining(['401', '403', '404', '405', '409', '422', '429', '500']),
      )
    }
})

test('no schema of an answer names a token, hash or password', () => {
  const names = JSON.stringify(apiDocument().components?.schemas).match(/"(\w+)":\{/g) ?? []
  expect(names.filter((name) => /token|hash|secret|password|proof/i.test(name))).toEqual([])
})

test(
  'every operation of the document is called with valid input and answers what the document says',
  { timeout: 60_000 },
  async () => {
    const notes = noNotes()
    const called = new Set<string>()
    for (const step of STEPS) {
      const address = step.path(notes, house)
      const found = ENDPOINTS.find(({ id }) => id === step.id)
      if (!found) throw new Error(`no operation ${step.id}`)
      const answer = await call(step.method, address, { key: house.key, body: step.body?.(notes) })
      expect(answer.status, `${step.id} ${answer.text}`).toBe(found.status)
      expect(found.answer.safeParse(answer.json).error, step.id).toBeUndefined()
      expect(answer.text).not.toMatch(/token|keyHash|passwordHash/i)
      step.keep?.(notes, answer.json)
      called.add(step.id)
    }
    expect([...called].sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort())
  },
)
