import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { cloneTemplate } from '../../scripts/lib/test-cluster.mjs'

// Runs before each test file: a database and a folder of this worker alone, and the environment that points to them.
const template = inject('testTemplate')
const clone = await cloneTemplate(template, `${template.run}_${process.env.VITEST_POOL_ID}`)

const worker = globalThis as unknown as { storageOfTests?: string }
worker.storageOfTests ??= mkdtempSync(join(tmpdir(), 'babu-files-'))

Object.assign(process.env, {
  APP_DATABASE_URL: clone.appUrl,
  JOBS_DATABASE_URL: clone.jobsUrl,
  OWNER_DATABASE_URL: clone.ownerUrl,
  NEXTAUTH_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  STORAGE_DIR: worker.storageOfTests,
  HOUSE_PATTERNS: template.housePatterns,
  BABU_DEMO: '',
  LOG_LEVEL: 'error',
})
