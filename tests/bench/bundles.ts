import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'

type Manifest = { entryJSFiles?: Record<string, string[]> }

/** JavaScript that a browser loads for each page, gzip, from the manifests of the build. */
export function bundleSizes(folder = '.next'): { route: string; kilobytes: number; files: number }[] {
  const pages = join(folder, 'server', 'app')
  if (!existsSync(pages) || !existsSync(join(folder, 'BUILD_ID'))) return []
  const { rootMainFiles = [] } = JSON.parse(readFileSync(join(folder, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles?: string[]
  }
  const sizes = new Map<string, number>()
  const sizeOf = (file: string) => {
    const path = join(folder, file)
    if (!sizes.has(file)) sizes.set(file, existsSync(path) ? gzipSync(readFileSync(path)).length : 0)
    return sizes.get(file) ?? 0
  }
  return readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((name) => /page_client-reference-manifest\.js$/.test(name))
    .flatMap((name) => {
      const world: { __RSC_MANIFEST?: Record<string, Manifest> } = {}
      runInNewContext(readFileSync(join(pages, name), 'utf8'), { globalThis: world, self: world })
      return Object.entries(world.__RSC_MANIFEST ?? {}).map(([route, { entryJSFiles = {} }]) => {
        const files = new Set(
          [...rootMainFiles, ...Object.values(entryJSFiles).flat()].filter((file) => file.endsWith('.js')),
        )
        const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0)
        return {
          route: route.replace(/\/page$/, '') || '/',
          kilobytes: Math.round(bytes / 1024),
          files: files.size,
        }
      })
    })
    .sort((a, b) => (a.route < b.route ? -1 : 1))
}
