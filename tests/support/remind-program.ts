import { runReminders } from '@/lib/reminders/server/run-reminders'

// The nightly run in a process of its own, for the test that kills it.
const [dealershipId = '', now = ''] = process.argv.slice(2)
await runReminders(dealershipId, new Date(now), 5)
process.exit(0)
