/** The cookies of one browser, in the place of those that Next reads from the request. */
export function aCookieJar() {
  const jar = new Map<string, string>()
  return {
    jar,
    cookies: async () => ({
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) ?? '' } : undefined),
      getAll: () => [...jar].map(([name, value]) => ({ name, value })),
      set: (name: string, value: string) => void jar.set(name, value),
      delete: (name: string) => void jar.delete(name),
    }),
  }
}
