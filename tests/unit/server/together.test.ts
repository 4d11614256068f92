import { expect, test } from 'vitest'
import { together } from '@/lib/server/together'

/** Answers when told to, and keeps what was asked. */
function aSlowAsk() {
  const asked: number[][] = []
  const open: ((error?: Error) => void)[] = []
  const ask = (questions: number[]) =>
    new Promise<number[]>((resolve, reject) => {
      asked.push(questions)
      open.push((error) => (error ? reject(error) : resolve(questions.map((one) => one * 10))))
    })
  return { asked, open, ask }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('what is asked while a question is under way is asked together, and each caller gets its own answer', async () => {
  const { asked, open, ask } = aSlowAsk()
  const question = together(ask)
  const answers = [1, 2, 3, 2].map(question)
  expect(asked).toEqual([[1]])
  open[0]?.()
  await turn()
  expect(asked).toEqual([[1], [2, 3, 2]])
  open[1]?.()
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 20])
  void question(4)
  expect(asked.at(-1)).toEqual([4])
})

test('a failure meets those who were asked for together, and nobody after them; at most so many go at once', async () => {
  const { asked, open, ask } = aSlowAsk()
  const question = together(ask, 2)
  const first = question(1)
  const rest = [2, 3, 4].map((one) => question(one).catch((error: Error) => error.message))
  open[0]?.()
  expect(await first).toBe(10)
  await turn()
  open[1]?.(new Error('gone'))
  await turn()
  expect(asked).toEqual([[1], [2, 3], [4]])
  open[2]?.()
  expect(await Promise.all(rest)).toEqual(['gone', 'gone', 40])
})
