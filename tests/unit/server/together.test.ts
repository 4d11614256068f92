import { expect, test } from 'vitest'
import { shared, together } from '@/lib/server/together'

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

test('who asks the same while it is being asked shares the next answer, never one that began before; others ask for themselves', async () => {
  const { asked, open, ask } = aSlowAsk()
  const same = shared<number[]>()
  const first = same('a', () => ask([1]))
  const late = [2, 3, 4].map((one) => same('a', () => ask([one])))
  const other = same('b', () => ask([5]))
  expect(asked).toEqual([[1], [5]])
  open[0]?.()
  await turn()
  expect(asked).toEqual([[1], [5], [2]])
  open[1]?.()
  open[2]?.()
  expect(await Promise.all([first, other, ...late])).toEqual([[10], [50], [20], [20], [20]])
})

test('a shared question that fails fails for those who shared it; the next asks again', async () => {
  const { open, ask } = aSlowAsk()
  const same = shared<number[]>()
  const told = (answer: Promise<number[]>) => answer.catch(({ message }: Error) => message)
  const first = told(same('a', () => ask([1])))
  const next = ['x', 'y'].map(() => told(same('a', () => ask([2]))))
  open[0]?.(new Error('gone'))
  expect(await first).toBe('gone')
  await turn()
  open[1]?.()
  expect(await Promise.all(next)).toEqual([[20], [20]])
})
