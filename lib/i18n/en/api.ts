export default {
  title: 'API for integrations',
  lead: 'Book, look up free times, follow a visit and push the state of a repair order: the same rules as on the screens.',
  download: 'OpenAPI document',
  start: 'How to call it',
  startKey:
    'An administrator makes a key with scopes in the settings. Send it with every request; it opens one dealership.',
  startIdempotency:
    'Writing requests take an Idempotency-Key of 8 to 255 characters: the same key with the same body answers the first result again, with another body the answer is 422.',
  startPages: 'Lists come in pages: pass nextCursor of one page as cursor of the next until it is null.',
  startErrors:
    'A refusal is application/problem+json (RFC 9457) with a stable code; Accept-Language chooses the language of its title.',
  startLimits: (f: { count: number }) =>
    `A key may make ${f.count} requests a minute; then the answer is 429 with Retry-After.`,
  operations: 'Operations',
  schemas: 'Schemas',
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  example: 'Example',
  name: 'Name',
  where: 'In',
  type: 'Type',
  meaning: 'Meaning',
  required: 'required',
  contents: 'Contents',
  places: { path: 'path', query: 'query', header: 'header' },
  problems: {
    input: 'The input does not fit the description.',
    method: 'This path knows other methods.',
    fault: 'Something went wrong on our side.',
  },
}
