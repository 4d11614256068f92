import 'server-only'

type Waiting<Question, Answer> = {
  question: Question
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/**
 * Puts questions that come while one is under way into the next, so that many callers at once cost few statements; a single
 * caller waits for nobody. `ask` answers each question at its place.
 */
export function together<Question, Answer>(ask: (questions: Question[]) => Promise<Answer[]>, most = 50) {
  const waiting: Waiting<Question, Answer>[] = []
  let asking = false
  const next = async () => {
    const now = waiting.splice(0, most)
    try {
      const answers = await ask(now.map(({ question }) => question))
      now.forEach(({ resolve }, at) => resolve(answers[at] as Answer))
    } catch (error) {
      for (const { reject } of now) reject(error)
    }
    asking = waiting.length > 0
    if (asking) void next()
  }
  return (question: Question): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (asking) return
      asking = true
      void next()
    })
}

type Shared<Answer> = { now: Promise<Answer>; next?: Promise<Answer> }

/**
 * Callers who ask the same (`key`) share an answer. Who comes while it is being asked shares the next, so that nobody is told
 * what was read before he came.
 */
export function shared<Answer>() {
  const open = new Map<string, Shared<Answer>>()
  const begin = (key: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const one: Shared<Answer> = { now: ask() }
    open.set(key, one)
    const end = () => {
      if (open.get(key) === one) open.delete(key)
    }
    one.now.then(end, end)
    return one.now
  }
  return (key: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const running = open.get(key)
    if (!running) return begin(key, ask)
    const after = () => begin(key, ask)
    return (running.next ??= running.now.then(after, after))
  }
}
