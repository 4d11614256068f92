import { dirname, join, normalize, relative, sep } from 'node:path'
import { root } from '../lib/plain.mjs'

/** The areas in order: an area imports only areas above it. */
export const AREAS = [
  'dealership',
  'customers',
  'catalogue',
  'parts',
  'imports',
  'appointments',
  'reception',
  'orders',
  'workshop',
  'quality',
  'lounge',
  'delivery',
  'follow-up',
  'reminders',
  'documents',
  'kpi',
]

/** The doors of lib/server that pages and actions may use; everything else there is for lib alone. */
const FOR_APP =
  /^lib\/server\/(session|links|one-reading|form-action|refused|stream|locale|api|files|health|auth-options)(\/|$|-)/
/** The files of lib/server that speak to Next. */
const WITH_NEXT = /^lib\/server\/(session|links|locale|auth-options|sign-in|form-action|stream|api)(\/|\.|-)/
/** What a refusal says: pure words of codes and facts, which only the server brings to the browser. */
const SENTENCES = 'lib/i18n/refusals'
const GENERATED = /^generated\/prisma(\/|$)/
const PRISMA_PACKAGE = /^(@prisma\/|prisma(\/|$)|pg(\/|$)|pg-|graphile-worker(\/|$))/
const FRAMEWORK =
  /^(next|react|react-dom|next-auth|@base-ui\/react|@dnd-kit\/[^/]+|lucide-react|clsx|signature_pad)(\/|$)/

/** Which zone of the table a path (from the root of the repository) belongs to. */
export function zoneOf(path) {
  const part = path.split('/')
  if (part[0] === 'app' || part[0] === 'components') return { zone: part[0] }
  if (/^proxy\.(ts|js)$/.test(path)) return { zone: 'app' }
  if (/^instrumentation\./.test(path)) return { zone: 'instrumentation' }
  if (part[0] !== 'lib') return { zone: 'free' }
  if (part[1] === 'core' || part[1] === 'auth' || part[1] === 'i18n') return { zone: part[1] }
  if (part[1] === 'server') return { zone: 'server' }
  if (AREAS.includes(part[1])) return { zone: part[2] === 'server' ? 'areaServer' : 'area', area: part[1] }
  return { zone: 'unknown' }
}

/** The areas whose work it is to set content in words: papers, in both languages. */
const WITH_WORDS = ['documents']

const isAbove = (other, own) => AREAS.indexOf(other) < AREAS.indexOf(own)

/** What a file of one zone may import from another; the words of the answer say what is wrong, undefined means allowed. */
function refuseInside(from, to, target, typeOnly) {
  const sameOrAbove = to.area === from.area || (to.area && from.area && isAbove(to.area, from.area))
  const tooLow = `${from.area} may import only areas above it in the list, not ${to.area}`
  const no = `${from.zone} may not import ${target}`
  const kernel = to.zone === 'core' || to.zone === 'auth'
  switch (from.zone) {
    case 'app':
      return to.zone === 'server' && !FOR_APP.test(target) ? no : undefined
    case 'instrumentation':
      return target === 'lib/server/log' ? undefined : no
    case 'components':
      return kernel || ['i18n', 'area', 'components'].includes(to.zone) ? undefined : no
    case 'area':
      if (to.zone === 'i18n' && WITH_WORDS.includes(from.area)) return undefined
      if (to.zone === 'area') return sameOrAbove ? undefined : tooLow
      return kernel ? undefined : no
    case 'areaServer':
      if (to.zone === 'i18n' && WITH_WORDS.includes(from.area)) return undefined
      if (to.zone === 'area' || to.zone === 'areaServer') return sameOrAbove ? undefined : tooLow
      return kernel || to.zone === 'server' ? undefined : no
    case 'server':
      return kernel || to.zone === 'server' || (to.zone === 'i18n' && (typeOnly || target === SENTENCES))
        ? undefined
        : no
    case 'core':
      return to.zone === 'core' ? undefined : no
    case 'auth':
      return kernel ? undefined : no
    case 'i18n':
      return kernel || ['i18n', 'area'].includes(to.zone) ? undefined : no
    default:
      return undefined
  }
}

/**
 * Why this import is not allowed, or undefined. `file` and what `specifier` points to are seen from the root;
 * `typeOnly` imports vanish when compiled.
 */
export function refuseImport(file, specifier, typeOnly = false) {
  const from = zoneOf(file)
  if (from.zone === 'free') return undefined
  if (from.zone === 'unknown')
    return `lib/${file.split('/')[1]} is no area: the list in scripts/lint/boundaries.mjs names them all`
  const target = specifier.startsWith('@/')
    ? normalize(specifier.slice(2))
    : specifier.startsWith('.')
      ? normalize(join(dirname(file), specifier))
      : undefined

  if (target === undefined) {
    if (PRISMA_PACKAGE.test(specifier) && from.zone !== 'server')
      return `${specifier} is for lib/server alone`
    if (FRAMEWORK.test(specifier)) {
      const speaks = ['app', 'components', 'instrumentation'].includes(from.zone) || WITH_NEXT.test(file)
      if (!speaks)
        return `${from.zone} may not import ${specifier}: only app and components know the framework`
    }
    return undefined
  }
  if (GENERATED.test(target)) {
    if (file === 'lib/server/db.ts') return undefined
    if (typeOnly && (from.zone === 'server' || from.zone === 'areaServer')) return undefined
    return `${file} may not import Prisma: values only in lib/server/db.ts, types only in server folders`
  }
  const to = zoneOf(target)
  if (/^(tests|scripts|prisma)(\/|$)/.test(target)) return `${from.zone} may not import ${target}`
  if (to.zone === 'app' && from.zone !== 'app') return `${from.zone} may not import ${target}`
  if (to.zone === 'free') return undefined
  return refuseInside(from, to, target, typeOnly)
}

const isTypeOnly = (node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.type === 'ImportDeclaration' &&
    node.specifiers.length > 0 &&
    node.specifiers.every((specifier) => specifier.importKind === 'type'))

/** ESLint rule: the table of lib/architecture as code. */
export const boundaries = {
  meta: { type: 'problem', schema: [], messages: { no: '{{why}}.' } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/')
    const check = (node, source, typeOnly) => {
      if (typeof source?.value !== 'string') return
      const why = refuseImport(file, source.value, typeOnly)
      if (why) context.report({ node: source, messageId: 'no', data: { why } })
    }
    return {
      ImportDeclaration: (node) => check(node, node.source, isTypeOnly(node)),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source, isTypeOnly(node)),
      ExportAllDeclaration: (node) => check(node, node.source, isTypeOnly(node)),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
      CallExpression: (node) =>
        node.callee.type === 'Identifier' &&
        node.callee.name === 'require' &&
        check(node, node.arguments[0], false),
    }
  },
}
