// Verifies the chain of events of every dealership and prints its head, or the first place that does not fit.
import { database } from '@/lib/server/db'
import { verifyEvery } from '@/lib/server/event-chain'

async function main() {
  const reports = await verifyEvery(database())
  if (!reports.length) console.log('There is no dealership yet.')
  for (const { code, sealed, unsealed, firstBadSeq, head } of reports)
    console.log(
      firstBadSeq === null
        ? `${code}: ${sealed} events sealed and unchanged, ${unsealed} wait for their seal. Head ${head}`
        : `${code}: seal ${firstBadSeq} does not fit its event or the seal before it. The ${sealed} before it are unchanged.`,
    )
  await database().$disconnect()
  process.exitCode = reports.some(({ firstBadSeq }) => firstBadSeq !== null) ? 1 : 0
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
