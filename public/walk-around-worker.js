// Opens the walk-arounds of one person without network, and nothing else. Everything goes to the server first; only when it cannot
// be reached is a kept page shown. A page is kept when the person who opened it asks for it, and leaves with that person.
const PAGES = 'babu-pages-1'
const ASSETS = 'babu-assets-1'
const OWNER = '/walk-around-owner'
const KEPT_HOURS = 12
const MOST_ASSETS = 300
const PATIENCE_MS = 8000
const IS_PAGE = /^\/reception\/[0-9a-f-]{36}$/

/** Counts what was forgotten: a page that was still being kept meanwhile is not kept any more. */
let turn = 0

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep, owner, assets = [], forget } = event.data ?? {}
  if (keep && owner && IS_PAGE.test(keep)) event.waitUntil(keepPage(keep, owner, assets))
  if (forget) event.waitUntil(forgetPages(forget))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/_next/static/')) return event.respondWith(asset(request))
  if (request.mode === 'navigate' && IS_PAGE.test(url.pathname)) event.respondWith(page(request, url.pathname))
  if (request.mode === 'navigate' && url.pathname === '/sign-in') event.waitUntil(forgetPages('all'))
})

/** Build files carry their hash in their name: once here, always right. */
async function asset(request) {
  const cache = await caches.open(ASSETS)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok && (await caches.has(PAGES))) await cache.put(request, answer.clone())
  return answer
}

async function page(request, path) {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    return await fetch(request, { signal: patience.signal })
  } catch (error) {
    const kept = await (await caches.open(PAGES)).match(path, { ignoreVary: true })
    const at = Number(kept?.headers.get('x-kept-at') ?? 0)
    if (kept && Date.now() - at < KEPT_HOURS * 3_600_000) return kept
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function keepPage(path, owner, assets) {
  const pages = await caches.open(PAGES)
  const before = await pages.match(OWNER)
  if (before && (await before.text()) !== owner) await forgetPages('all')
  const mine = turn
  const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store' })
  if (!answer.ok || answer.redirected) return
  const html = await answer.text()
  const named = [...html.matchAll(/\/_next\/static\/[\w\-./~%]+?\.(?:js|css|woff2)/g)].map(([name]) => name)
  const flight = [...html.matchAll(/static\/(?:chunks|css|media)\/[\w\-./~%]+?\.(?:js|css|woff2)/g)].map(
    ([name]) => `/_next/${name}`,
  )
  await keepAssets([...new Set([...assets, ...named, ...flight])])
  const headers = new Headers(answer.headers)
  headers.set('x-kept-at', String(Date.now()))
  headers.delete('content-encoding')
  headers.delete('content-length')
  const kept = await caches.open(PAGES)
  if (mine !== turn) {
    if (!(await kept.match(OWNER))) await caches.delete(PAGES)
    return
  }
  await kept.put(OWNER, new Response(owner))
  await kept.put(path, new Response(html, { status: 200, headers }))
}

async function keepAssets(wanted) {
  const cache = await caches.open(ASSETS)
  const have = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search))
  const missing = wanted.filter((name) => !have.has(name))
  const old = (await cache.keys()).filter(({ url }) => !wanted.includes(new URL(url).pathname + new URL(url).search))
  for (const request of old.slice(0, Math.max(0, old.length - MOST_ASSETS))) await cache.delete(request)
  await Promise.all(
    missing.map(async (name) => {
      const answer = await fetch(name)
      if (answer.ok) await cache.put(name, answer)
    }),
  )
}

async function forgetPages(which) {
  turn++
  if (which !== 'all') return (await caches.open(PAGES)).delete(which, { ignoreVary: true })
  return caches.delete(PAGES)
}
