import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const next = join(root, 'node_modules/next/dist/bin/next')
const environment = (more: Record<string, string>) => ({
  ...process.env,
  ...more,
  NODE_ENV: 'production' as const,
  NEXT_TELEMETRY_DISABLED: '1',
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Builds the Next app of a folder; by webpack, as Turbopack would take in the proxy and instrumentation of the project around it. */
export async function build(folder: string): Promise<void> {
  const child = spawn(process.execPath, [next, 'build', '--webpack'], {
    cwd: folder,
    env: environment({}),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`next build of ${folder} ended with ${code}`)
}

export type Server = { url: string; kill: () => Promise<void>; revive: () => Promise<void> }

/** A server of its own for a built Next app, which can be killed without a word and started again at the same port. */
export async function serve(folder = root, more: Record<string, string> = {}): Promise<Server> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | undefined
  const revive = async () => {
    const own = spawn(process.execPath, [next, 'start', '--port', String(port)], {
      cwd: folder,
      env: environment({ ...more, PORT: String(port) }),
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child = own
    const answers = () =>
      fetch(`${url}/api/health`).then(
        () => true,
        () => false,
      )
    while (!(await answers())) {
      if (own.exitCode !== null) throw new Error(`the server of ${folder} ended with ${own.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  process.on('exit', () => child?.kill('SIGKILL'))
  await revive()
  return { url, kill, revive }
}
