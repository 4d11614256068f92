import { ENDPOINTS } from '../_endpoints'
import type { Endpoint } from './endpoint'

type Matched = { found: Endpoint; params: Record<string, string> }

/** The operation for a path below /api/v1 and what its braces stand for, or the methods that the path knows. */
export function match(method: string, path: readonly string[]): Matched | { allow: string[] } {
  const allow: string[] = []
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase()
  for (const found of ENDPOINTS) {
    const params = paramsOf(found.path.slice(1).split('/'), path)
    if (!params) continue
    if (found.method === wanted) return { found, params }
    allow.push(found.method.toUpperCase())
  }
  return { allow }
}

function paramsOf(parts: string[], path: readonly string[]): Record<string, string> | undefined {
  if (parts.length !== path.length) return undefined
  const params: Record<string, string> = {}
  const fits = parts.every((part, i) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name) params[name] = path[i] ?? ''
    return name !== undefined || part === path[i]
  })
  return fits ? params : undefined
}
