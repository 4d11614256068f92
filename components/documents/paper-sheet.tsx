import clsx from 'clsx'
import { Plate } from '@/components/visit/plate'
import type { Block, Cell, Paper, Proof, Table } from '@/lib/documents/paper'
import { spokenCode } from '@/lib/core/spoken-code'
import { QrCode } from './qr-code'
import { SignaturePart } from './signature-part'

/** A paper as it is printed by the browser, from the same setting as its PDF; on the screen a sheet of paper. */
export function PaperSheet({ paper }: { paper: Paper }) {
  const { house, plate } = paper
  return (
    <article lang={paper.locale} className="sheet-of-paper grid gap-5 print:gap-3">
      <header className="border-celadon flex flex-wrap items-start gap-x-6 gap-y-2 border-b-2 pb-3">
        <div className="min-w-0 flex-1">
          <p className="font-title text-lg font-semibold">{house.name}</p>
          {house.lines.map((line) => (
            <p key={line} className="text-muted text-sm">
              {line}
            </p>
          ))}
          {plate && <Plate plate={plate} className="mt-2" />}
        </div>
        <div className="text-right">
          <h1 className="font-title text-2xl font-semibold">{paper.title}</h1>
          <p className="tabular text-sm">{paper.number}</p>
        </div>
      </header>
      {paper.notices.map((notice) => (
        <p key={notice} className="text-vermilion-ink font-medium">
          {notice}
        </p>
      ))}
      {paper.blocks.map((block, index) => (
        <BlockPart key={index} block={block} locale={paper.locale} />
      ))}
      {paper.proof && <ProofPart proof={paper.proof} />}
      {paper.fingerprint && (
        <p className="text-muted text-xs break-all">
          {paper.words.fingerprint} {paper.fingerprint}
        </p>
      )}
    </article>
  )
}

const Heading = ({ children }: { children: string }) => (
  <h2 className="font-title text-celadon-ink mb-1 break-after-avoid font-semibold">{children}</h2>
)

function BlockPart({ block, locale }: { block: Block; locale: Paper['locale'] }) {
  switch (block.kind) {
    case 'facts':
      return (
        <section>
          {block.title && <Heading>{block.title}</Heading>}
          <dl className={clsx('grid gap-x-8 gap-y-1', !block.wide && 'tablet:grid-cols-2 print:grid-cols-2')}>
            {block.facts.map(({ term, value }) => (
              <div key={term} className="flex gap-3">
                <dt className={clsx('text-muted shrink-0', block.wide ? 'w-32' : 'w-24')}>{term}</dt>
                <dd className="tabular min-w-0 break-words whitespace-pre-line">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )
    case 'list':
      return (
        <section>
          <Heading>{block.title}</Heading>
          {block.items.length ? (
            <ol className="list-decimal pl-6 break-words">
              {block.items.map((item, index) => (
                <li key={index}>{item}</li>
              ))}
            </ol>
          ) : (
            <p className="text-muted">{block.empty}</p>
          )}
        </section>
      )
    case 'text':
      return (
        <section>
          {block.title && <Heading>{block.title}</Heading>}
          <p className="break-words whitespace-pre-line">{block.text}</p>
        </section>
      )
    case 'table':
      return <TablePart table={block} />
    case 'sums':
      return (
        <dl className="tabular ml-auto grid w-full max-w-72 break-inside-avoid gap-0.5">
          {block.sums.map(({ term, value, weight }) => (
            <div
              key={term}
              className={clsx(
                'flex justify-between gap-4',
                weight === 'total' && 'border-line-strong border-t pt-1 text-lg font-semibold',
                weight === 'quiet' && 'text-muted text-sm',
              )}
            >
              <dt className={weight ? '' : 'text-muted'}>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'drawing':
      return (
        <section>
          <Heading>{block.title}</Heading>
          <div className="flex flex-wrap items-end gap-2">
            {block.views.map(({ title, svg, width }) => (
              <figure key={title} style={{ width: `${width / 10 - 2}%` }} className="min-w-24">
                <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={title} className="w-full" />
                <figcaption className="text-muted text-center text-xs">{title}</figcaption>
              </figure>
            ))}
          </div>
        </section>
      )
    case 'signature':
      return <SignaturePart block={block} locale={locale} />
  }
}

/** Sections stay together on paper, but not one with a long table: its rows do, and its head comes again on each page. */
function TablePart({ table: { title, columns, rows, empty } }: { table: Table }) {
  const cellOf = (i: number) =>
    columns[i]?.align === 'right'
      ? 'tabular py-1 pl-3 text-right align-top'
      : 'py-1 pl-3 text-left align-top first:pl-0'
  return (
    <div className="overflow-x-auto print:overflow-visible" tabIndex={0} role="region" aria-label={title}>
      <Heading>{title}</Heading>
      {rows.length === 0 && <p className="text-muted">{empty}</p>}
      {rows.length > 0 && (
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-line-strong text-muted border-b text-sm">
              {columns.map((column, i) => (
                <th key={column.title} scope="col" className={clsx(cellOf(i), 'font-medium')}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells, span }, row) => (
              <tr key={row} className="border-line break-inside-avoid border-b">
                {cells.map((cell, i) => (
                  <td
                    key={i}
                    className={clsx(cellOf(i), cell.strong && 'font-medium', i > 0 && 'whitespace-nowrap')}
                    colSpan={span && i === cells.length - 1 ? columns.length - i : undefined}
                  >
                    <CellPart cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

const CellPart = ({ cell: { text, details = [] } }: { cell: Cell }) => (
  <>
    {text}
    {details.map((detail, index) => (
      <span key={index} className="text-muted tabular block pl-4 text-sm whitespace-normal">
        {detail}
      </span>
    ))}
  </>
)

const ProofPart = ({ proof: { address, code, title, text } }: { proof: Proof }) => (
  <aside className="border-line flex break-inside-avoid items-center gap-4 border-t pt-3">
    <QrCode text={address} className="size-24" />
    <div className="min-w-0 text-sm">
      <p className="font-medium">{title}</p>
      <p className="text-muted">{text}</p>
      <p className="font-plate tabular tracking-wider">{spokenCode(code)}</p>
      <p className="text-muted text-xs break-all">{address}</p>
    </div>
  </aside>
)
