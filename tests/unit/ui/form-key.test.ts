import { expect, test } from 'vitest'
import { answerPost, FORM_KEY, newFormKey, stampPost } from '@/components/ui/form-key'

const aPost = (words: Record<string, string>) => {
  const post = new FormData()
  for (const [name, value] of Object.entries(words)) post.set(name, value)
  return post
}
const keyAt = (words: Record<string, string>, now: number) => {
  const post = aPost(words)
  stampPost(post, now)
  return post.get(FORM_KEY)
}

test('R40 a post that got no answer keeps its key when it is sent again, also from a form opened anew', () => {
  const first = keyAt({ text: '喝水' }, 0)
  expect(keyAt({ text: '喝水', formKey: newFormKey(), $ACTION_ID_1: '' }, 30_000)).toBe(first)
  expect(keyAt({ text: '喝茶' }, 30_000)).not.toBe(first)
  expect(keyAt({ text: '喝水' }, 300_000)).not.toBe(first)
})

test('R40 the same words after an answer are a new post', () => {
  const post = aPost({ text: 'once more' })
  answerPost(stampPost(post, 0))
  expect(keyAt({ text: 'once more' }, 1)).not.toBe(post.get(FORM_KEY))
})
