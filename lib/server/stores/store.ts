import 'server-only'

/** Where files lie: `key` is `<dealership>/<name>`. */
export type FileStore = {
  /** Replaces what is there; the time of a file is that of the last call. */
  put(key: string, bytes: Uint8Array, mime: string): Promise<void>
  get(key: string): Promise<Uint8Array>
  /** The bytes from `first` to `last`, both of them too; both lie inside of the file. */
  getPart(key: string, first: number, last: number): Promise<Uint8Array>
  remove(key: string): Promise<void>
  /** Keys that begin with this folder and were last put before this time. */
  putBefore(folder: string, before: Date): Promise<string[]>
}
