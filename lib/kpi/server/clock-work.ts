import 'server-only'

/** What only the clock can notice at one dealership: run every minute by the worker. */
export async function clockWork(dealershipId: string, now: Date): Promise<void> {
  void dealershipId
  void now
}
