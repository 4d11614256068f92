import('./lib/node-version.mjs').then(async ({ checkNode }) => {
  checkNode()
  const { endWith, say } = await import('./lib/plain.mjs')
  try {
    const { ensureBuilt, ensureGenerated, ensureInstalled } = await import('./lib/install.mjs')
    await ensureInstalled()
    await ensureGenerated()
    if (!(await ensureBuilt())) say('The build is up to date.')
  } catch (error) {
    endWith(error)
  }
})
