import { apiDocument } from '../api/v1/_kit/document'

type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  description?: string
  default?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  additionalProperties?: unknown
}
type Place = 'path' | 'query' | 'header'
type Parameter = { name: string; in: Place; required?: boolean; schema?: Schema; description?: string }
type Content = { content?: Record<string, { schema?: Schema }> }
type Operation = {
  operationId: string
  summary: string
  description: string
  parameters?: Parameter[]
  requestBody?: Content
  responses: Record<string, Content & { description: string }>
}

const nameOf = (ref: string) => ref.split('/').at(-1) ?? ref

/** A schema in one line: its name, its kind, or the kinds it may be. */
function typeOf(schema: Schema | undefined): string {
  if (!schema) return ''
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.items) return `${typeOf(schema.items)}[]`
  const several = schema.anyOf ?? schema.oneOf
  if (several) return several.map(typeOf).join(' | ')
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ')
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, field]) => `${name}: ${typeOf(field)}`)
    return `{ ${fields.join(', ')} }`
  }
  const kinds = [schema.type ?? []]
    .flat()
    .map((kind) => (kind === 'string' && schema.format ? schema.format : kind))
  return kinds.join(' | ') || 'any'
}

const bodyOf = (content: Content | undefined) => Object.values(content?.content ?? {})[0]?.schema

/** A value that fits a schema, for the example. */
function exampleOf(schema: Schema | undefined, known: Record<string, Schema>): unknown {
  if (!schema) return null
  if (schema.$ref) return exampleOf(known[nameOf(schema.$ref)], known)
  if (schema.enum) return schema.enum[0]
  const [first] = schema.oneOf ?? schema.anyOf ?? []
  if (first) return exampleOf(first, known)
  if (schema.properties) {
    const wanted = new Set(schema.required)
    const fields = Object.entries(schema.properties).filter(([name]) => wanted.has(name))
    return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field, known)]))
  }
  if (schema.items) return []
  if (schema.format === 'date-time') return '2026-03-02T09:30:00+08:00'
  if (schema.format === 'date') return '2026-03-02'
  if (schema.format === 'uuid') return '0198a5c2-7b1e-7c3a-9d10-2f6d3c1b0a99'
  return [schema.type].flat().includes('integer') ? 1 : '…'
}

function curlOf(method: string, path: string, body: unknown): string {
  const lines = [`curl -X ${method.toUpperCase()} "$BABU/api/v1${path}"`, `-H "Authorization: Bearer $KEY"`]
  if (method !== 'get') lines.push(`-H "Idempotency-Key: $(uuidgen)"`)
  if (body) lines.push(`-H "Content-Type: application/json"`, `-d '${JSON.stringify(body)}'`)
  return lines.join(' \\\n  ')
}

/** The document in the shape of a page. */
export function documentView() {
  const document = apiDocument()
  const known = (document.components?.schemas ?? {}) as Record<string, Schema>
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => {
      const body = bodyOf(operation.requestBody)
      return {
        method: method.toUpperCase(),
        path,
        id: operation.operationId,
        summary: operation.summary,
        scope: operation.description.replace(/^Scope: `|`$/g, ''),
        parameters: (operation.parameters ?? []).map(
          ({ name, in: place, required, schema, description }) => ({
            name,
            place,
            required: required === true,
            type: typeOf(schema),
            description: description ?? '',
          }),
        ),
        body: body && { name: body.$ref ? nameOf(body.$ref) : null, type: typeOf(body) },
        answers: Object.entries(operation.responses).map(([status, answer]) => ({
          status,
          description: answer.description,
          type: typeOf(bodyOf(answer)),
        })),
        curl: curlOf(method, path, body && exampleOf(body, known)),
      }
    }),
  )
  const schemas = Object.entries(known).map(([name, schema]) => ({
    name,
    alternatives: (schema.oneOf ?? (schema.properties ? [schema] : [])).map((one) =>
      Object.entries(one.properties ?? {}).map(([field, inner]) => ({
        name: field,
        type: typeOf(inner),
        required: one.required?.includes(field) ?? false,
        description: inner.description ?? '',
      })),
    ),
  }))
  return { operations, schemas, version: document.info.version }
}
