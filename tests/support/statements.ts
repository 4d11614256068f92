import pg from 'pg'
import { vi } from 'vitest'

/** Statements that this process sends while `work` runs, those that set up a transaction left out. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    const texts = sent.mock.calls.map(([first]) => {
      const asked = first as unknown
      return typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? '')
    })
    return texts.filter((text) => !/^\s*(BEGIN|COMMIT|ROLLBACK|SET|SELECT set_config)/i.test(text)).length
  } finally {
    sent.mockRestore()
  }
}
