import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Badge } from '@/components/ui/badge'
import type { api } from '@/lib/i18n/api'
import type { documentView } from './view'

type Words = (typeof api)['en']
type View = ReturnType<typeof documentView>

type Line = { name: string; type: string; required: boolean; description: string; place?: string }

function Lines({ caption, lines, t }: { caption: string; lines: Line[]; t: Words }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t.name}</Th>
          <Th>{t.type}</Th>
          <Th>{t.meaning}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, type, required, description, place }) => (
          <Tr key={`${place} ${name}`}>
            <Td>
              <code>{name}</code>
              {required && <span className="text-muted ml-2 text-sm">{t.required}</span>}
            </Td>
            <Td>
              <code className="text-sm break-words">{type}</code>
            </Td>
            <Td lang="en">
              {place && <span className="text-muted mr-2 text-sm">{place}</span>}
              {description}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Label({ children }: { children: string }) {
  return <h4 className="text-muted mt-4 mb-1 text-sm font-medium">{children}</h4>
}

/** One operation: how it is called, what it takes, what it answers. */
export function OperationPart({ operation, t }: { operation: View['operations'][number]; t: Words }) {
  const { id, method, path, summary, scope, parameters, body, answers, curl } = operation
  return (
    <section id={id} className="border-line scroll-mt-4 border-t py-6">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-lg">
        <Badge tone={method === 'GET' ? 'indigo' : 'celadon'}>{method}</Badge>
        <code className="min-w-0 break-all">{path}</code>
        <span className="text-muted text-sm">{scope}</span>
      </h3>
      <p lang="en" className="mt-1">
        {summary}
      </p>
      {parameters.length > 0 && (
        <>
          <Label>{t.parameters}</Label>
          <Lines
            caption={`${t.parameters}: ${id}`}
            lines={parameters.map((one) => ({ ...one, place: t.places[one.place] }))}
            t={t}
          />
        </>
      )}
      {body && (
        <>
          <Label>{t.body}</Label>
          {body.name ? (
            <a href={`#schema-${body.name}`} className="underline">
              <code>{body.name}</code>
            </a>
          ) : (
            <code className="text-sm">{body.type}</code>
          )}
        </>
      )}
      <Label>{t.answers}</Label>
      <ul className="space-y-1" lang="en">
        {answers.map(({ status, description, type }) => (
          <li key={status} className="flex flex-wrap gap-x-3">
            <code className="tabular">{status}</code>
            <span>{description}</span>
            <code className="text-muted min-w-0 text-sm break-words">{type}</code>
          </li>
        ))}
      </ul>
      <Label>{t.example}</Label>
      <pre className="rounded-control bg-sunk overflow-x-auto p-3 text-sm" tabIndex={0}>
        <code>{curl}</code>
      </pre>
    </section>
  )
}

export function SchemaPart({ schema, t }: { schema: View['schemas'][number]; t: Words }) {
  return (
    <section id={`schema-${schema.name}`} className="scroll-mt-4 py-4">
      <h3 className="mb-2 text-lg">
        <code>{schema.name}</code>
      </h3>
      <div className="space-y-3">
        {schema.alternatives.map((lines, index) => (
          <Lines key={index} caption={`${schema.name} ${index + 1}`} lines={lines} t={t} />
        ))}
      </div>
    </section>
  )
}
