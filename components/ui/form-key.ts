/** The hidden field that makes a second post of the same form a replay. */
export const FORM_KEY = 'formKey'
const KEPT_MS = 120_000

const unanswered = new Map<string, { key: string; at: number }>()

export const newFormKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Gives a post its key and answers what it says. The same words get the same key until they were answered, also from a
 * form that was opened again because the line broke; `now` is in milliseconds.
 */
export function stampPost(post: FormData, now: number): string {
  const words = JSON.stringify(
    [...post]
      .filter(([name]) => name !== FORM_KEY && !name.startsWith('$ACTION'))
      .map(([name, value]) => [name, typeof value === 'string' ? value : [value.name, value.size]]),
  )
  const before = unanswered.get(words)
  const key = before && now - before.at < KEPT_MS ? before.key : newFormKey()
  unanswered.set(words, { key, at: now })
  post.set(FORM_KEY, key)
  return words
}

/** The post has its answer: the same words are a new post from now on. */
export const answerPost = (words: string): void => void unanswered.delete(words)
