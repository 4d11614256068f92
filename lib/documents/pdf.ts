import { plateKindOf } from '../core/plate'
import type { Block, Cell, Paper, Signature, Table } from './paper'
import { proofPart, sealPart, signatureSvg } from './pdf-parts'
import { COLOURS, MARGIN, PLATES, type Setter } from './pdf-style'

type Content = Record<string, unknown>

/**
 * A paper as the definition pdfmake sets on A4: plain values, no I/O. `set` splits a text into runs by the font that has its
 * letters, so that rare names neither vanish nor overlap.
 */
export function pdfOf(paper: Paper, set: Setter, made: Date): Content {
  const title = `${paper.title} ${paper.number}`
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, 34, MARGIN, 46],
    info: {
      title,
      author: paper.house.name,
      subject: paper.title,
      creator: 'Babu',
      producer: 'Babu',
      creationDate: made,
    },
    lang: paper.locale,
    defaultStyle: { font: 'sans', fontSize: 9, lineHeight: 1.08, color: COLOURS.ink },
    content: [
      head(paper, set),
      ...paper.notices.map((notice) => ({
        text: set(notice, { bold: true }),
        color: COLOURS.vermilion,
        margin: [0, 0, 0, 8],
      })),
      ...paper.blocks.flatMap((block) => blockOf(block, set)),
      ...(paper.proof ? [proofPart(paper.proof, set)] : []),
    ],
    footer: (page: number, pages: number) => foot(paper, set, page, pages),
  }
}

function head({ house, title, number, plate }: Paper, set: Setter): Content {
  return {
    margin: [0, 0, 0, 10],
    table: {
      widths: ['*', 'auto'],
      body: [
        [
          {
            stack: [
              { text: set(house.name, { bold: true }), fontSize: 12 },
              ...house.lines.map((line) => ({ text: set(line), color: COLOURS.muted, fontSize: 8.5 })),
              ...(plate ? [plateOf(plate, set)] : []),
            ],
          },
          {
            stack: [
              { text: set(title, { bold: true }), fontSize: 18, alignment: 'right' },
              { text: set(number), alignment: 'right' },
            ],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: (i: number) => (i === 1 ? 1.2 : 0),
      vLineWidth: () => 0,
      hLineColor: () => COLOURS.celadon,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 6,
    },
  }
}

/** The plate in a frame, as everywhere the handle of the car. */
const plateOf = (plate: string, set: Setter): Content => ({
  margin: [0, 5, 0, 0],
  table: {
    body: [
      [
        {
          text: set(plate, { bold: true }),
          fontSize: 10,
          color: PLATES[plateKindOf(plate)].letters,
          fillColor: PLATES[plateKindOf(plate)].ground,
          characterSpacing: 1,
        },
      ],
    ],
  },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 7,
    paddingRight: () => 7,
    paddingTop: () => 2,
    paddingBottom: () => 1,
  },
})

function blockOf(block: Block, set: Setter): Content[] {
  const titled = 'title' in block && block.title ? [heading(block.title, set)] : []
  switch (block.kind) {
    case 'facts':
      return [
        {
          stack: [...titled, factsPart(block.facts, block.wide === true, set)],
          unbreakable: true,
          margin: [0, 0, 0, 8],
        },
      ]
    case 'list':
      return [
        {
          stack: [
            ...titled,
            block.items.length
              ? { ol: block.items.map((item) => ({ text: set(item) })), markerColor: COLOURS.muted }
              : { text: set(block.empty), color: COLOURS.muted },
          ],
          margin: [0, 0, 0, 8],
        },
      ]
    case 'text':
      return [{ stack: [...titled, { text: set(block.text) }], unbreakable: true, margin: [0, 0, 0, 8] }]
    case 'table':
      return [...titled, tablePart(block, set)]
    case 'sums':
      return [sumsPart(block.sums, set)]
    case 'drawing':
      return [drawingPart(block, set, titled)]
    case 'signature':
      return [signaturePart(block, set)]
  }
}

function drawingPart(
  { views }: Extract<Block, { kind: 'drawing' }>,
  set: Setter,
  titled: Content[],
): Content {
  const whole = 595 - 2 * MARGIN - 12 * (views.length - 1)
  return {
    unbreakable: true,
    margin: [0, 0, 0, 8],
    stack: [
      ...titled,
      {
        columnGap: 12,
        columns: views.map(({ title, svg, width }) => ({
          width: (whole * width) / 1000,
          stack: [
            { svg, width: (whole * width) / 1000 },
            { text: set(title), fontSize: 7, color: COLOURS.muted, alignment: 'center' },
          ],
        })),
      },
    ],
  }
}

const heading = (title: string, set: Setter): Content => ({
  text: set(title, { bold: true }),
  fontSize: 10,
  color: COLOURS.celadon,
  margin: [0, 3, 0, 2],
  headlineLevel: 1,
})

function factsPart(facts: { term: string; value: string }[], wide: boolean, set: Setter): Content {
  if (!facts.length) return { text: '' }
  const cells = facts.map(({ term, value }) => [
    { text: set(term), color: COLOURS.muted },
    { text: set(value) },
  ])
  const pairs = wide
    ? cells
    : cells.filter((_, i) => i % 2 === 0).map((cell, i) => [...cell, ...(cells[2 * i + 1] ?? ['', ''])])
  return {
    table: { widths: wide ? [90, '*'] : [66, '*', 66, '*'], body: pairs },
    layout: {
      ...NO_LINES,
      paddingLeft: () => 0,
      paddingRight: () => 6,
      paddingTop: () => 0.5,
      paddingBottom: () => 0.5,
    },
  }
}

const NO_LINES = { hLineWidth: () => 0, vLineWidth: () => 0 }

function tablePart({ columns, rows, empty }: Table, set: Setter): Content {
  if (!rows.length) return { text: set(empty), color: COLOURS.muted, margin: [0, 0, 0, 8] }
  const cellOf = ({ text, details = [], strong }: Cell, i: number): Content => ({
    alignment: columns[i]?.align ?? 'left',
    stack: [
      { text: set(text, { bold: strong === true }) },
      ...details.map((detail) => ({
        text: set(detail),
        fontSize: 8,
        color: COLOURS.muted,
        margin: [10, 0, 0, 0],
      })),
    ],
  })
  const body = rows.map(({ cells, span }) => {
    const set_ = cells.map(cellOf)
    const left = columns.length - cells.length
    if (!span || left <= 0) return set_
    const last = { ...set_.at(-1), colSpan: left + 1 }
    return [...set_.slice(0, -1), last, ...Array.from({ length: left }, () => ({ text: '' }))]
  })
  return {
    margin: [0, 0, 0, 6],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => (width === 'rest' ? '*' : width)),
      body: [
        columns.map(({ title, align }) => ({
          text: set(title),
          fontSize: 8,
          color: COLOURS.muted,
          alignment: align ?? 'left',
        })),
        ...body,
      ],
    },
    layout: {
      hLineWidth: (i: number) => (i === 0 ? 0 : i === 1 ? 0.9 : 0.4),
      hLineColor: (i: number) => (i === 1 ? COLOURS.strong : COLOURS.line),
      vLineWidth: () => 0,
      paddingLeft: (i: number) => (i === 0 ? 0 : 5),
      paddingRight: (i: number) => (i === columns.length - 1 ? 0 : 5),
      paddingTop: () => 2.5,
      paddingBottom: () => 2,
    },
  }
}

function sumsPart(sums: { term: string; value: string; weight?: 'total' | 'quiet' }[], set: Setter): Content {
  const row = ({ term, value, weight }: (typeof sums)[number]) => {
    const look = {
      fontSize: weight === 'total' ? 12 : weight === 'quiet' ? 8 : 9,
      ...(weight === 'quiet' ? { color: COLOURS.muted } : {}),
    }
    const bold = weight === 'total'
    if (!term) return [{ text: set(value), ...look, alignment: 'right', colSpan: 2 }, {}]
    return [
      { text: set(term, { bold }), ...look, ...(bold ? {} : { color: COLOURS.muted }) },
      { text: set(value, { bold }), ...look, alignment: 'right' },
    ]
  }
  const total = sums.findIndex(({ weight }) => weight === 'total')
  return {
    unbreakable: true,
    margin: [0, 2, 0, 8],
    columns: [
      { width: '*', text: '' },
      {
        width: 220,
        table: { widths: ['*', 'auto'], body: sums.map(row) },
        layout: {
          hLineWidth: (i: number) => (i === total ? 0.9 : 0),
          hLineColor: () => COLOURS.strong,
          vLineWidth: () => 0,
          paddingLeft: () => 0,
          paddingRight: () => 0,
          paddingTop: () => 1,
          paddingBottom: () => 1,
        },
      },
    ],
  }
}

function signaturePart({ label, signed, voucher }: Signature, set: Setter): Content {
  const left = {
    width: '*',
    stack: [
      { text: set(label), color: COLOURS.muted, fontSize: 8 },
      ...(signed
        ? [
            {
              columns: [
                {
                  width: 190,
                  stack: [
                    signed.path
                      ? { svg: signatureSvg(signed.path), fit: [180, 46] }
                      : { text: set(signed.typed ?? ''), fontSize: 16, margin: [0, 8] },
                    { text: set(signed.line), fontSize: 8, margin: [0, 2, 0, 0] },
                  ],
                },
                sealPart(signed.sealWord, set),
              ],
            },
          ]
        : [
            {
              canvas: [
                { type: 'line', x1: 0, y1: 42, x2: 220, y2: 42, lineWidth: 0.7, lineColor: COLOURS.strong },
              ],
            },
          ]),
    ],
  }
  const right = voucher && {
    width: 232,
    columns: [
      { width: 68, qr: voucher.code, fit: 64, version: 2, eccLevel: 'M', foreground: COLOURS.ink },
      {
        width: '*',
        stack: [
          { text: set(voucher.title), color: COLOURS.muted, fontSize: 8 },
          { text: set(voucher.spoken, { bold: true }), fontSize: 14, characterSpacing: 1 },
          { text: set(voucher.text), fontSize: 7.5, color: COLOURS.muted },
        ],
      },
    ],
  }
  return {
    unbreakable: true,
    margin: [0, 4, 0, 8],
    columns: right ? [left, right] : [left],
    columnGap: 16,
  }
}

function foot(paper: Paper, set: Setter, page: number, pages: number): Content {
  const { fingerprint, words, title, number } = paper
  return {
    margin: [MARGIN, 8, MARGIN, 0],
    fontSize: 7.5,
    color: COLOURS.muted,
    columns: [
      {
        width: '*',
        stack: [
          { text: set(`${title} · ${number}`) },
          ...(fingerprint ? [{ text: set(`${words.fingerprint} ${fingerprint}`), fontSize: 6.5 }] : []),
        ],
      },
      { width: 'auto', text: set(words.page({ page, pages })), alignment: 'right' },
    ],
  }
}
