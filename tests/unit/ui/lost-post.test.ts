import { expect, test } from 'vitest'
import { surviving } from '@/components/ui/lost-post'
import { emptyForm } from '@/lib/core/form-state'

const post = new FormData()
const failing = (error: unknown) => surviving(() => Promise.reject(error))

test('a form whose line breaks stays where it is, with what was typed', async () => {
  const values = { name: '王伟' }
  expect(await failing(new TypeError('Failed to fetch'))({ values }, post)).toMatchObject({
    lost: true,
    values,
  })
})

test('what the server says by throwing is no broken line', async () => {
  const redirect = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;push;/today;303;' })
  await expect(failing(redirect)(emptyForm, post)).rejects.toBe(redirect)
})

test('an answer is passed on', async () => {
  expect(await surviving(async () => ({ ok: true, at: 1 }))(emptyForm, post)).toEqual({ ok: true, at: 1 })
})
