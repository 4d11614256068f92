import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureGenerated, ensureInstalled } from './install.mjs'
import { endWith, root } from './plain.mjs'

const tsx = `file://${join(root, 'node_modules/tsx/dist/loader.mjs')}`

/** Runs a TypeScript program of this repository on this folder's database, with the terminal's own input and output. */
export async function runWithDatabase(file) {
  try {
    await ensureInstalled()
    await ensureGenerated()
    const { withDatabase } = await import('./local-database.mjs')
    const code = await withDatabase(
      (env) =>
        new Promise((resolve, reject) => {
          const given = [
            '--conditions=react-server',
            '--import',
            tsx,
            join(root, file),
            ...process.argv.slice(2),
          ]
          const child = spawn(process.execPath, given, {
            cwd: process.cwd(),
            stdio: 'inherit',
            env: {
              LOG_LEVEL: 'warn',
              ...process.env,
              ...env,
              TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
            },
          })
          child.once('error', reject)
          child.once('exit', (exitCode) => resolve(exitCode ?? 1))
        }),
    )
    process.exit(code)
  } catch (error) {
    endWith(error)
  }
}
