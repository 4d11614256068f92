/** Does Babu run on this version of Node? The same as `engines` in package.json, as its libraries want it. */
export function fits(version) {
  const parts = version.split('.').map(Number)
  const major = parts[0]
  const minor = parts[1]
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
}

/** Ends with one sentence when this Node is too old; written so that an old Node understands it. */
export function checkNode() {
  if (fits(process.versions.node)) return
  console.error(
    'Babu needs Node.js 20 from 20.19, 22 from 22.12, or 24 and newer, and this is ' +
      process.versions.node +
      ': install one of these (https://nodejs.org) and start again.',
  )
  process.exit(1)
}
