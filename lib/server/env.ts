import 'server-only'
import * as z from 'zod'

const Env = z.object({
  APP_DATABASE_URL: z.string().min(1),
  JOBS_DATABASE_URL: z.string().optional(),
  NEXTAUTH_SECRET: z.string().min(16),
  NEXTAUTH_URL: z.string().default('http://localhost:3000'),
  STORAGE_DIR: z.string().default('.data/files'),
  /** Address of a bucket of an S3-compatible store; files lie in STORAGE_DIR while there is none. */
  STORAGE_S3_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  STORAGE_S3_REGION: z.string().min(1).default('us-east-1'),
  STORAGE_S3_KEY_ID: z.string().default(''),
  STORAGE_S3_SECRET: z.string().default(''),
  BABU_DEMO: z.string().default(''),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  MESSAGES_PRIVATE_NETWORK: z.enum(['', '0', '1']).default(''),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
})

/** Whether this house is a demonstration, whose outbox page is the telephone of its customers. */
export const isDemo = () => env().BABU_DEMO === '1'

let parsed: z.infer<typeof Env> | undefined

/** The environment, checked once at first use; a wrong value fails loudly. */
export const env = () => (parsed ??= Env.parse(process.env))

/** Known before the rest is: the log also speaks where the environment is not complete. */
export const logLevel = () => process.env.LOG_LEVEL ?? 'info'
