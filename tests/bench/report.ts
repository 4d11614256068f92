import type { ScreenTime } from './advisers'
import type { LiveTimes } from './live'
import type { Measured } from './load'
import { CONNECTIONS } from './load'
import type { PaintTime } from './paint'

export type Row = {
  name: string
  what: string
  statements: number
  ours: Measured
  bare: Measured
  ratio: number
}

type Given = {
  rows: Row[]
  bundles: { route: string; kilobytes: number; files: number }[]
  palette: { p50: number; p95: number; asked: number }
  live: LiveTimes[]
  screens: ScreenTime[]
  paints: PaintTime[]
  machine: string
  at: Date
  rounds: number
  seconds: number
}

const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)
const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`

/** The tables as Markdown. */
export function report({
  rows,
  bundles,
  palette,
  live,
  screens,
  paints,
  machine,
  at,
  rounds,
  seconds,
}: Given): string {
  const table = [
    line([
      'what',
      'kind',
      'statements',
      'p50 ms',
      'p95 ms',
      'requests/s',
      'bare p50 ms',
      'bare p95 ms',
      'bare requests/s',
      'ratio',
      'failures',
    ]),
    line(['---', '---', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:']),
    ...rows.map(
      ({ name, what, statements, ours, bare, ratio }) =>
      line([
        name, what, statements, ms(ours.p50), ms(ours.p95), ours.perSecond.toFixed(0), ms(bare.p50), ms(bare.p95),
        bare.perSecond.toFixed(0), ratio.toFixed(2), `${ours.failures}/${ours.answers}`,
      ]), // prettier-ignore
    ),
  ]
  const sizes = bundles.length
    ? [
        '',
        '## JavaScript of each page',
        '',
        'What a browser loads for the page, gzip, from the manifests of the build; shared files count for every page.',
        '',
        line(['page', 'kB', 'files']),
        line(['---', '--:', '--:']),
        ...bundles.map(({ route, kilobytes, files }) => line([`\`${route}\``, kilobytes, files])),
      ]
    : []
  return `${[
    '# Measurements',
    '',
    `${at.toISOString().slice(0, 10)}, ${machine}; web server, database, load and bare handler share the machine. ` +
      `${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s, the bare handler and Babu in turns; \`npm run bench -- --write\` makes this file.`,
    '',
    'The bare handler is `node:http` and `pg` in one process: it sends the very statements that the request sends (recorded from the same ' +
      'command or query, `BEGIN` and tenant setting included) on one connection, and answers the recorded bytes. It neither checks, computes nor ' +
      'renders. Writes replay recorded requests with new ids; they end in `ROLLBACK` and a flush of the log instead of `COMMIT`. ' +
      'The ratio is requests/s of Babu to requests/s of the bare handler, the median of the rounds. Commands end in answers other than 2xx where slots ran out: see failures.',
    '',
    ...table,
    '',
    `The command palette asks the database ${ms(palette.p50)} ms (p50), ${ms(palette.p95)} ms (p95) on the demo: ${palette.asked} questions, one after another.`,
    '',
    '## From one browser to another',
    '',
    'From the tap on the button in one browser to the words on the screen of another, nothing else running; both browsers on this machine, without a graphics card.',
    '',
    line(['change', 'p50 ms', 'longest ms', 'rounds']),
    line(['---', '--:', '--:', '--:']),
    ...live.map(({ name, p50, worst, rounds: times }) => line([name, ms(p50), ms(worst), times])),
    '',
    '## Twenty advisers at work',
    '',
    'Each opens a screen of her day every two to six seconds on the demo, with her live stream open; from the request to the last byte of the page. At most 200 ms (p95) is the goal.',
    '',
    line(['screen', 'p50 ms', 'p95 ms', 'times opened']),
    line(['---', '--:', '--:', '--:']),
    ...screens.map(({ screen, p50, p95, answers }) => line([screen, ms(p50), ms(p95), answers])),
    '',
    '## The first page of the booking on a slow phone',
    '',
    'Largest contentful paint with nothing in the cache, processor slowed down four times, 400 kbit/s and 400 ms there and back; at most 2,500 ms is the goal.',
    '',
    line(['page', 'p50 ms', 'longest ms', 'kB in all', 'rounds']),
    line(['---', '--:', '--:', '--:', '--:']),
    ...paints.map(({ path, p50, worst, kilobytes, rounds: times }) =>
      line([`\`${path}\``, ms(p50), ms(worst), kilobytes, times]),
    ),
    ...sizes,
  ].join('\n')}\n`
}
