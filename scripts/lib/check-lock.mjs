import { readJson } from './plain.mjs'

/** Packages for other platforms that the lock file names but does not hold; `npm ci` would fail there. */
export function missingInLock(file) {
  const { packages } = readJson(file, { packages: {} })
  const missing = []
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys((path && entry.optionalDependencies) || {})) {
      if (!isHeld(packages, path, name)) missing.push(`${path}@${entry.version} -> ${name}`)
    }
  }
  return missing
}

function isHeld(packages, from, name) {
  for (let base = from; ;) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true
    if (!base) return false
    const parent = base.lastIndexOf('/node_modules/')
    base = parent < 0 ? '' : base.slice(0, parent)
  }
}
