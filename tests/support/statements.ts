import pg from 'pg'
import { vi } from 'vitest'

/** The statements that this process sends while `work` runs. */
export async function sentOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return sent.mock.calls.map(([first]) => {
      const asked = first as unknown
      return typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? '')
    })
  } finally {
    sent.mockRestore()
  }
}

/** How many statements this process sends while `work` runs, those that set up a transaction left out. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<number> =>
  (await sentOf(work)).filter((text) => !/^\s*(BEGIN|COMMIT|ROLLBACK|SET|SELECT set_config)/i.test(text))
    .length
