import {
  extendZodWithOpenApi,
  OpenApiGeneratorV31,
  OpenAPIRegistry,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi'
import * as z from 'zod'
import { SCOPES } from '@/lib/auth/scopes'
import { ENDPOINTS } from '../_endpoints'
import type { Endpoint } from './endpoint'
import { Problem } from './problem'

extendZodWithOpenApi(z)

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

const PROBLEMS = {
  401: problem('No valid key'),
  403: problem('The key lacks the scope'),
  404: problem('Not there, or not yours'),
  405: problem('The path knows other methods: the header Allow names them'),
  409: problem('The state of things forbids it'),
  422: problem('The input does not fit, or the idempotency key was used with another body'),
  429: problem('Too many requests: Retry-After says in how many seconds'),
  500: problem('A fault on our side; the reference helps to find it'),
} as const

const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .min(8)
    .max(255)
    .optional()
    .describe(
      'The same key with the same body answers the first result again, without a second effect; with another body the answer is 422',
    ),
})

function operation(found: Endpoint, auth: string): RouteConfig {
  const { method, path, id, summary, scope, params, query, body, status, answer } = found
  const content = body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}
  const headers = method === 'get' ? {} : { headers: idempotencyKey }
  return {
    method,
    path,
    operationId: id,
    summary,
    description: `Scope: \`${scope}\``,
    tags: [path.split('/')[1] ?? ''],
    security: [{ [auth]: [] }],
    request: { params, query, ...headers, ...content },
    responses: {
      [status]: { description: summary, content: { 'application/json': { schema: answer } } },
      ...PROBLEMS,
    },
  }
}

/** The OpenAPI 3.1 document, made from the schemas that the routes parse with. */
export function apiDocument() {
  const registry = new OpenAPIRegistry()
  const { name } = registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: `A key of one dealership with scopes: ${SCOPES.join(', ')}`,
  })
  for (const found of ENDPOINTS) registry.registerPath(operation(found, name))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Babu API',
      version: '1.0.0',
      description: 'The after-sales system of a dealership, for integrations.',
    },
    servers: [{ url: '/api/v1' }],
  })
}
