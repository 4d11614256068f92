import 'server-only'
import type { env } from '../env'
import { folderStore } from './folder'
import { s3Store } from './s3'
import type { FileStore } from './store'

type Settings = Pick<
  ReturnType<typeof env>,
  'STORAGE_DIR' | 'STORAGE_S3_URL' | 'STORAGE_S3_REGION' | 'STORAGE_S3_KEY_ID' | 'STORAGE_S3_SECRET'
>

/** The bucket where one is set, else the folder. */
export const storeOf = (set: Settings): FileStore =>
  set.STORAGE_S3_URL
    ? s3Store({
        url: set.STORAGE_S3_URL,
        region: set.STORAGE_S3_REGION,
        accessKeyId: set.STORAGE_S3_KEY_ID,
        secretAccessKey: set.STORAGE_S3_SECRET,
      })
    : folderStore(set.STORAGE_DIR)
