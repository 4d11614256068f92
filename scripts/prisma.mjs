// `node scripts/prisma.mjs <arguments>`: the Prisma CLI with the engine that needs no download and the database of this folder.
import('./lib/node-version.mjs').then(async ({ checkNode }) => {
  checkNode()
  const { endWith } = await import('./lib/plain.mjs')
  const { runPrisma } = await import('./lib/run-prisma.mjs')
  await runPrisma(process.argv.slice(2)).then(({ code }) => process.exit(code), endWith)
})
