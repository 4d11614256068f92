import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { FileStore } from './store'

/** Files in a folder of this machine. A file is there whole or not at all. */
export function folderStore(folder: string): FileStore {
  const root = resolve(/*turbopackIgnore: true*/ folder)
  const pathOf = (key: string) => {
    const path = join(root, key)
    if (!path.startsWith(root + sep)) throw new Error('storage key leaves the storage folder')
    return path
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      const draft = `${path}.${randomUUID()}.part`
      await mkdir(dirname(path), { recursive: true })
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
    },
    get: (key) => readFile(pathOf(key)),
    async getPart(key, first, last) {
      const file = await open(pathOf(key))
      try {
        const part = new Uint8Array(last - first + 1)
        const { bytesRead } = await file.read(part, 0, part.byteLength, first)
        return part.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async putBefore(folder, before) {
      const names = await readdir(pathOf(folder)).catch(() => [] as string[])
      const keys = names.map((name) => `${folder}/${name}`)
      const old = await Promise.all(
        keys.map((key) =>
          stat(pathOf(key)).then(
            ({ mtime }) => mtime < before,
            () => false,
          ),
        ),
      )
      return keys.filter((_, i) => old[i])
    },
  }
}
