import 'server-only'
import { reportFault } from './log'

/** Does the work for one after the other; a fault of one is reported and does not keep the others waiting. */
export async function each<Of>(
  all: readonly Of[],
  where: string,
  work: (one: Of) => Promise<unknown>,
): Promise<void> {
  for (const one of all) await work(one).catch((error: unknown) => reportFault(error, where))
}
