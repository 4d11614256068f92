/** Ends with one sentence when this Node is too old; written so that an old Node understands it. */
export function checkNode() {
  const parts = process.versions.node.split('.').map(Number)
  const major = parts[0]
  const minor = parts[1]
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
  if (fits) return
  console.error(
    'Babu needs Node.js 20.19, 22.12, 24 or newer, and this is ' +
      process.versions.node +
      ': install a newer one (https://nodejs.org) and start again.',
  )
  process.exit(1)
}
