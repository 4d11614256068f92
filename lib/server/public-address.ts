import 'server-only'
import { lookup as lookUpName } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { env } from './env'

const V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
const V6 =
  '::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8'

function listOf(family: 'ipv4' | 'ipv6', ranges: string): BlockList {
  const list = new BlockList()
  for (const range of ranges.split(' ')) {
    const [net = '', bits] = range.split('/')
    list.addSubnet(net, Number(bits), family)
  }
  return list
}
// Two lists: in one, the range of mapped addresses would close every IPv4 address.
const closed4 = listOf('ipv4', V4)
const closed6 = listOf('ipv6', V6)

/** Whether an address belongs to the open internet: no loopback, house network, link or mapped one of these. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !closed4.check(address, 'ipv4')
  return family === 6 && !closed6.check(address, 'ipv6')
}

/** An address that this installation must not speak to. */
export class ForbiddenAddress extends Error {
  readonly code = 'ADDRESS_FORBIDDEN'
}

const mayReach = (address: string) => env().MESSAGES_PRIVATE_NETWORK === '1' || isPublicAddress(address)

/** A literal address is never looked up, so it is judged beforehand. */
export function checkLiteral(host: string): void {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isIP(bare) && !mayReach(bare)) throw new ForbiddenAddress('private address')
}

/** Looks a name up for the connection that is made now; one private answer forbids it, so no later answer can turn private. */
export const lookUpPublic: LookupFunction = (name, options, done) => {
  lookUpName(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0)
    if (!found.length || !found.every(({ address }) => mayReach(address)))
      return done(new ForbiddenAddress('private address'), '', 0)
    const first = found.find(({ family }) => family === 4) ?? found[0]
    if (options.all) (done as unknown as (e: null, all: typeof found) => void)(null, found)
    else done(null, first?.address ?? '', first?.family ?? 4)
  })
}

/** The address of a host, for a library that takes no lookup of its own; the host itself stays its name for TLS. */
export async function resolvePublic(host: string): Promise<string> {
  checkLiteral(host)
  if (isIP(host)) return host
  return new Promise((resolve, reject) =>
    lookUpPublic(host, {}, (error, address) => (error ? reject(error) : resolve(String(address)))),
  )
}
