import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dropClones, testTemplate } from '../../scripts/lib/test-cluster.mjs'

export type TestTemplate = {
  clusterUrl: string
  template: string
  appUrl: string
  jobsUrl: string
  run: string
  housePatterns: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testTemplate: TestTemplate
  }
}

/** Finds or starts the test cluster, builds the template where the migrations have changed, drops the clones at the end. */
export default async function setup(project: TestProject) {
  const { clusterUrl, template, appUrl, jobsUrl } = await testTemplate()
  const run = `babu_test_${process.pid}`
  // While somebody watches, what furnishes a house may change between two runs.
  const housePatterns = project.vitest.config.watch ? '' : mkdtempSync(join(tmpdir(), 'babu-houses-'))
  project.provide('testTemplate', { clusterUrl, template, appUrl, jobsUrl, run, housePatterns })
  return async () => {
    if (housePatterns) rmSync(housePatterns, { recursive: true })
    await dropClones({ clusterUrl }, `${run}_`)
  }
}
