import { apiDocument } from '../_kit/document'

let document: string | undefined

/** The description of the API; public, without any data. */
export function GET() {
  document ??= JSON.stringify(apiDocument(), null, 2)
  return new Response(document, {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' },
  })
}
